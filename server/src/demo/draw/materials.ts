/** The materials 灯屿's goods are made of, as tones from lit to deep shade. */
import type { Ramp } from './kit.js';

export const MIST: Ramp = ['#FDF9F2', '#ECE4D6', '#CFC4B0', '#A99C86'];
export const SEA: Ramp = ['#5A807C', '#305250', '#1C3836', '#0F2221'];
export const MOSS: Ramp = ['#B3BE97', '#8A9970', '#67754F', '#475238'];
export const CLAY: Ramp = ['#E2A989', '#C47F5D', '#A05F42', '#73412B'];
export const COAL: Ramp = ['#6A7472', '#414A48', '#293130', '#151B1B'];
export const DUSK: Ramp = ['#F4C894', '#E09F5E', '#B97637', '#835024'];
export const STEEL: Ramp = ['#F3F6F5', '#C3CAC8', '#929B98', '#69726F'];
export const DARK: Ramp = ['#4A5553', '#323B3A', '#202827', '#121817'];
export const WOOD: Ramp = ['#CF9C66', '#A97444', '#82562E', '#5C3B1D'];
export const WHITE: Ramp = ['#FFFFFF', '#F5F2EA', '#D6CFC1', '#A9A08F'];
export const KRAFT: Ramp = ['#E8C795', '#CFA067', '#AD7A42', '#7F5425'];
export const PAPER: Ramp = ['#FFFDF8', '#F7F1E5', '#E2D8C5', '#BBAE97'];
export const COPPER: Ramp = ['#F6CDA8', '#D58F5F', '#A9633A', '#743F22'];
export const SKY: Ramp = ['#BFD3DA', '#8FAEB9', '#64889A', '#43616F'];
export const ROSE: Ramp = ['#F2D3CB', '#DDA79B', '#B97B6E', '#86503F'];
export const PINE: Ramp = ['#7C9A7E', '#4E7055', '#34513C', '#203527'];
export const WINE: Ramp = ['#B9726B', '#8C4541', '#65302E', '#431E1D'];
export const NIGHT: Ramp = ['#4E5E78', '#2E3C55', '#1D283C', '#111926'];

export const INK = '#1C3B3A';
export const LAMP = '#E6AE57';
export const LAMP_PALE = '#F4D6A0';
export const COFFEE = '#7B4A22';
export const CREMA = '#C48E54';
