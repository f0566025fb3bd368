/**
 * The icon set: 24 grid, stroke 1.6, round ends, no fill. Each entry is the inner markup of a 24 × 24 SVG;
 * the build turns it into a CSS mask, so the colour is the colour of the words beside it.
 */
export const ICON_PATHS = {
  home: '<path d="M4 11 12 4l8 7v8a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1Z"/><path d="M10 20v-5h4v5"/>',
  bag: '<path d="M5 8h14l1 11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1Z"/><path d="M9 10V7a3 3 0 0 1 6 0v3"/>',
  qr: '<rect x="4" y="4" width="6" height="6" rx="1"/><rect x="14" y="4" width="6" height="6" rx="1"/><rect x="4" y="14" width="6" height="6" rx="1"/><path d="M14 14h2v2h-2zM20 14v2M18 20h2v-1M14 20h1"/>',
  wrench:
    '<path d="M14.500 6.500a4.500 4.500 0 0 1 5-1.600l-2.700 2.700.3 2.300 2.300.3L22 7.600M14.500 6.500a4.500 4.500 0 0 0 .2 4.300L5.500 20a1.800 1.800 0 0 1-2.500-2.500l9.200-9.200" transform="translate(-1)"/>',
  me: '<circle cx="12" cy="8" r="4"/><path d="M4.500 20c.8-4 3.800-6 7.500-6s6.700 2 7.500 6"/>',
  right: '<path d="m9 5 7 7-7 7"/>',
  back: '<path d="m15 5-7 7 7 7"/>',
  down: '<path d="m5 9 7 7 7-7"/>',
  pin: '<path d="M12 21s7-6.300 7-11.500A7 7 0 0 0 5 9.500C5 14.700 12 21 12 21Z"/><circle cx="12" cy="9.500" r="2.500"/>',
  navigate: '<path d="M20 4 4 11l7 2 2 7Z"/>',
  phone:
    '<path d="M6 4h3l1.500 4.500-2 1.500a12 12 0 0 0 5.500 5.500l1.500-2L20 15v3a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2Z"/>',
  calendar: '<rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M8 3v4M16 3v4"/>',
  pickup: '<path d="M5 8h14v12H5zM5 8l2-4h10l2 4M9 12h6"/>',
  tool: '<path d="M12 3v4M8 7h8l1 5H7ZM9 12v3a3 3 0 0 0 6 0v-3M12 18v3"/>',
  chat: '<path d="M4 6a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-7l-4 3v-3H5a1 1 0 0 1-1-1Z"/><path d="M9 11h.01M12 11h.01M15 11h.01"/>',
  cart: '<path d="M3 4h2l2.200 11h10.300L20 7H6"/><circle cx="9" cy="19" r="1.300"/><circle cx="16.500" cy="19" r="1.300"/>',
  check: '<path d="m5 12.500 4.500 4.500L19 7.500"/>',
  close: '<path d="m6 6 12 12M18 6 6 18"/>',
  question:
    '<circle cx="12" cy="12" r="8.500"/><path d="M9.800 9.500a2.300 2.300 0 1 1 3.400 2c-.8.500-1.200 1-1.200 2M12 16.500h.01"/>',
  coupon:
    '<path d="M4 7h16v3.500a1.700 1.700 0 0 0 0 3.200V17H4v-3.300a1.700 1.700 0 0 0 0-3.200Z"/><path d="M10 10v4"/>',
  truck:
    '<path d="M3 6h11v10H3zM14 10h4l3 3v3h-7"/><circle cx="7.500" cy="17.500" r="1.700"/><circle cx="17" cy="17.500" r="1.700"/>',
  shield:
    '<path d="M12 3.500 5 6v6c0 4.500 3 7 7 8.500 4-1.500 7-4 7-8.500V6Z"/><path d="m9 12 2.200 2.200L15 10.500"/>',
  gift: '<path d="M4 9h16v3H4zM5.500 12v8h13v-8M12 9v11M12 9s-5 .5-5-2.500S12 5 12 9Zm0 0s5 .5 5-2.500S12 5 12 9Z"/>',
  sun: '<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600 7 7M17 17l1.400 1.400M18.400 5.600 17 7M7 17l-1.400 1.400"/>',
  offline:
    '<path d="M3 9a14 14 0 0 1 5-3M12 5a14 14 0 0 1 9 4M6 12.500A9.500 9.500 0 0 1 10.500 10M15 10.800a9.500 9.500 0 0 1 3 1.700M9.500 16a4 4 0 0 1 5 0M12 19h.01M4 3l16 18"/>',
  scan: '<path d="M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3M4 12h16"/>',
  list: '<path d="M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01"/>',
  star: '<path d="m12 3.500 2.600 5.400 5.900.8-4.300 4.100 1 5.900L12 16.900l-5.200 2.800 1-5.900L3.500 9.700l5.900-.8Z" fill="currentColor" stroke="none"/>',
  lock: '<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>',
  doc: '<path d="M6 3.500h8l4 4V20a.5.500 0 0 1-.5.500h-11A.5.500 0 0 1 6 20Z"/><path d="M14 3.500V8h4M9 12h6M9 16h4"/>',
  more: '<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3"/>',
  chart: '<path d="M4 20V4M4 20h16M8 16v-4M12.500 16V8M17 16v-6"/>',
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  minus: '<path d="M5 12h14"/>',
  order:
    '<path d="M6 3.500h12V20.500l-2-1.500-2 1.500-2-1.500-2 1.500-2-1.500-2 1.500Z"/><path d="M9 8h6M9 12h6"/>',
  points: '<circle cx="12" cy="9" r="3.500"/><path d="M4 19q8-8 16 0"/><path d="M3 19h18"/>',
  trash: '<path d="M5 7h14M10 7V4.500h4V7M7 7l1 13h8l1-13"/>',
  edit: '<path d="m5 19 1-4L16 5l3 3L9 18Z"/>',
  copy: '<rect x="8" y="8" width="11" height="12" rx="2"/><path d="M16 8V5a1 1 0 0 0-1-1H6a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h2"/>',
  up: '<path d="m5 15 7-7 7 7"/>',
  store:
    '<path d="M5 10.500V20h14v-9.500"/><path d="M5.500 4h13L20.500 9a2.850 2.850 0 0 1-5.660 .3 2.850 2.850 0 0 1-5.680 0A2.850 2.850 0 0 1 3.500 9Z"/><path d="M10 20v-5h4v5"/>',
  clock: '<circle cx="12" cy="12" r="8.500"/><path d="M12 7v5l3.500 2"/>',
  bell: '<path d="M6.500 16V10.500a5.500 5.500 0 0 1 11 0V16l1.500 2H5Z"/><path d="M10 20.500a2.200 2.200 0 0 0 4 0M12 3v2"/>',
  settings:
    '<path d="M4 7h9M17 7h3M4 12h3M11 12h9M4 17h7M15 17h5"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="12" r="2"/><circle cx="13" cy="17" r="2"/>',
  filter: '<path d="M4 6h16M7 12h10M10 18h4"/>',
  logout:
    '<path d="M14 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h8"/><path d="M10 12h10M16.500 8.500 20 12l-3.500 3.500"/>',
  refresh:
    '<path d="M19.500 12a7.500 7.500 0 0 1-13.600 4.400M4.500 12a7.500 7.500 0 0 1 13.600-4.400"/><path d="M18.500 4v4h-4M5.500 20v-4h4"/>',
  camera:
    '<path d="M4 8.500a1 1 0 0 1 1-1h3L9.500 5h5L16 7.500h3a1 1 0 0 1 1 1V18a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1Z"/><circle cx="12" cy="13" r="3.500"/>',
  image:
    '<rect x="4" y="5" width="16" height="14" rx="2"/><path d="m4.500 16.500 4.500-4.500 4 4 2.500-2.500 4 4"/><circle cx="15.500" cy="9.500" r="1.300"/>',
  info: '<circle cx="12" cy="12" r="8.500"/><path d="M12 11v5M12 8h.01"/>',
  warning: '<path d="M12 4.500 21 19.500H3Z"/><path d="M12 10v4.500M12 17h.01"/>',
  eye: '<path d="M3 12s3.300-5.500 9-5.500 9 5.500 9 5.500-3.300 5.500-9 5.500S3 12 3 12Z"/><circle cx="12" cy="12" r="2.500"/>',
  share: '<path d="M12 14V4M8.500 7.500 12 4l3.500 3.500"/><path d="M8 11H5.500v9h13v-9H16"/>',
  download: '<path d="M12 4v11M8.500 11.500 12 15l3.500-3.500M5 20h14"/>',
  wallet:
    '<path d="M4 7.500h14.500a1 1 0 0 1 1 1V18a1 1 0 0 1-1 1H5.500A1.500 1.500 0 0 1 4 17.500Z"/><path d="M4 7.500 15 4v3.500M16 13.200h.01"/>',
  card: '<rect x="3.500" y="6" width="17" height="12.500" rx="2"/><path d="M3.500 10.500h17M7 15h4"/>',
  barcode: '<path d="M4 6v12M7.500 6v12M10.500 6v12M13 6v12M16.500 6v12M20 6v12"/>',
  keypad:
    '<path d="M6 6h.01M12 6h.01M18 6h.01M6 12h.01M12 12h.01M18 12h.01M6 18h.01M12 18h.01M18 18h.01" stroke-width="3"/>',
  box: '<path d="m12 3.500 8 4v9l-8 4-8-4v-9Z"/><path d="m4 7.500 8 4 8-4M12 11.500v9"/>',
  drop: '<path d="M12 3.500s6 6.700 6 11a6 6 0 0 1-12 0c0-4.300 6-11 6-11Z"/><path d="M9 15a3 3 0 0 0 2.500 2.800"/>',
  bean: '<path d="M17.500 4.500c3 3 2.500 8.500-1.500 12.500s-9 4.500-12 1.500C1.500 15 2 10 6.500 6s8.500-4 11-1.500Z" transform="translate(.8 .4)"/><path d="M17.500 6c-2 2.500-3.500 3-6 5s-3.500 4-5.500 6" transform="translate(.8 .4)"/>',
  machine:
    '<path d="M5 4h14v5H5ZM7 9v8M17 9v8M4.500 20h15M6.500 17h11v3h-11Z"/><path d="M10 9v2.500h4V9M12 11.500V14"/>',
  projector:
    '<rect x="3.500" y="7" width="17" height="10" rx="3"/><circle cx="9.500" cy="12" r="2.800"/><path d="M15.500 10.500h2M15.500 13.500h2M6.500 17v2M17.500 17v2"/>',
  moon: '<path d="M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10Z"/>',
  heart:
    '<path d="M12 19.500S4 14.800 4 9.300A4.300 4.300 0 0 1 12 7a4.300 4.300 0 0 1 8 2.300c0 5.500-8 10.200-8 10.200Z"/>',
  people:
    '<circle cx="9" cy="8.500" r="3.500"/><path d="M2.800 19.500c.6-3.600 3-5.500 6.200-5.500s5.600 1.900 6.200 5.500"/><path d="M15.500 5.400a3.500 3.500 0 0 1 0 6.200M17.500 14.500c2 .8 3.200 2.500 3.700 5"/>',
  megaphone:
    '<path d="M4 10v4.500l11 4v-12.500Z"/><path d="M7.500 16v3.500h3v-2.400M18 9l2-1M18.500 12.300H21M18 15.500l2 1"/>',
} as const;

export type IconName = keyof typeof ICON_PATHS;
