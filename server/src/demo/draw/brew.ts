/** Brewing by hand: kettles, drippers, servers, presses, and the small tools of espresso. */
import { circle, ellipse, fade, line, lines, path, rect, Sheet, type Ramp } from './kit.js';
import { COPPER, DARK, INK, LAMP, PAPER, SEA, STEEL, WOOD } from './materials.js';
import { bean } from './motifs.js';

/** A skin of glass: it shows at its edges and leaves the middle to what is inside. */
const glass = (sheet: Sheet): string =>
  sheet.linear(
    '0 0 1 0',
    '0 #8FA9A7 0.5, 0.1 #FFFFFF 0.35, 0.3 #FFFFFF 0.04, 0.75 #DCE8E6 0.06, 1 #7E9795 0.55',
  );

/** The thin neck of a crane: a wide root, two bends, a narrow mouth at the left. */
function neck(sheet: Sheet, ramp: Ramp): string[] {
  const d = 'M148 282Q96 276 100 220Q104 168 84 148Q74 138 60 142';
  return [
    line(d, ramp[3], 15),
    line(d, sheet.linear('0 0 1 1', `0 ${ramp[0]}, 0.6 ${ramp[1]}, 1 ${ramp[2]}`), 11),
    line('M132 276Q99 268 104 220Q108 172 89 147', '#FFFFFF', 2.4, fade(0.6)),
    path('M52 138L66 134L68 148L58 152Z', ramp[2]),
  ];
}

export function electricKettle(ramp: Ramp): Sheet {
  const sheet = new Sheet();
  sheet.ground(210, 342, 112);
  sheet.add(...neck(sheet, ramp));
  sheet.add(
    // The handle: a steel stem, wood where the hand goes.
    line('M268 190Q326 172 330 206Q332 250 318 280', '#4F5957', 10),
    line('M318 178Q332 186 330 214Q331 250 320 276', WOOD[3], 19),
    line(
      'M318 178Q332 186 330 214Q331 250 320 276',
      sheet.linear('0 0 1 1', `0 ${WOOD[0]}, 1 ${WOOD[2]}`),
      14,
    ),
    path('M158 172H266L292 300Q292 312 280 312H144Q132 312 132 300Z', sheet.round(ramp)),
    line('M162 188L146 292', '#FFFFFF', 5, fade(0.6)),
    path('M150 172q0-12 12-12h100q12 0 12 12v4H150Z', sheet.round(STEEL)),
    path('M166 160q46-16 92 0Z', sheet.round(ramp)),
    rect(202, 138, 20, 14, 5, sheet.down(WOOD)),
    rect(207, 150, 10, 8, 2, '#69726F'),
    path('M124 316q0-6 8-6H292q8 0 8 6l6 18q2 8-8 8H126q-10 0-8-8Z', sheet.down(DARK)),
    line('M132 313H292', '#97A29F', 1.6),
    circle(268, 327, 9, sheet.face(STEEL)),
    line('M268 327l4-5', '#323B3A', 2),
    lines(['M152 327h-6v-5h6v10h-6', 'M158 322h6v5h-6v5h6', 'M170 322h3v3h-3Z'], LAMP, 2),
  );
  return sheet;
}

export function stoveKettle(): Sheet {
  const sheet = new Sheet();
  const ramp = COPPER;
  sheet.ground(206, 338, 98);
  sheet.add(...neck(sheet, ramp));
  sheet.add(
    line('M262 184Q322 168 326 218Q326 268 286 296', WOOD[3], 17),
    line(
      'M262 184Q322 168 326 218Q326 268 286 296',
      sheet.linear('0 0 1 1', `0 ${WOOD[0]}, 0.6 ${WOOD[1]}, 1 ${WOOD[2]}`),
      12,
    ),
    path(
      'M164 168H252Q254 236 292 314Q296 338 276 338H140Q120 338 124 314Q162 236 164 168Z',
      sheet.round(ramp),
    ),
    path('M122 318Q122 338 140 338H276Q294 338 294 318Q250 330 208 330T122 318Z', ramp[3], fade(0.5)),
    line('M172 186Q168 246 140 308', '#FFF3E4', 5, fade(0.65)),
    path('M156 168q0-10 10-10h84q10 0 10 10v4H156Z', sheet.round(ramp)),
    path('M172 158q36-18 72 0Z', sheet.round(ramp)),
    circle(208, 136, 10, sheet.face(WOOD)),
    circle(230, 151, 4, '#743F22'),
    line('M230 150V106', '#69726F', 3),
    circle(230, 94, 16, sheet.face(STEEL)),
    circle(230, 94, 12.5, '#FCFAF5'),
    line('M230 94l5-8', '#B4641F', 2.2),
  );
  return sheet;
}

export function cone(ramp: Ramp, clear: boolean): Sheet {
  const sheet = new Sheet();
  sheet.ground(194, 330, 92);
  const d = 'M86 128H302L222 278H166Z';
  const body = clear
    ? sheet.linear('0 0 1 0.3', '0 #E2A766 0.75, 0.4 #C97F3C 0.6, 1 #7C4820 0.85')
    : sheet.face(ramp);
  sheet.add(
    line('M296 170Q350 160 344 206T276 232', clear ? '#8A5226' : ramp[3], 18),
    line('M296 168Q348 158 342 204T276 230', clear ? '#C98848' : ramp[1], 13),
    line('M300 164Q336 160 337 186', '#FFFFFF', 3, fade(0.6)),
    path('M152 276H236L248 304H140Z', clear ? '#A5632C' : ramp[2]),
    path(
      'M112 304H276q12 0 12 10t-14 12H114q-14 0-14-12t12-10Z',
      clear ? sheet.down(['#D99B5C', '#B5733A', '#8A5226', '#5E3515']) : sheet.down(ramp),
    ),
    ellipse(194, 128, 108, 26, clear ? '#8A5226' : ramp[3]),
    path(d, body),
    ellipse(194, 128, 108, 26, clear ? '#DDA564' : ramp[0]),
    ellipse(194, 130, 97, 21, clear ? '#7C4820' : ramp[3], fade(clear ? 0.7 : 0.8)),
    path('M98 132Q194 176 290 132Q246 150 194 150T98 132Z', clear ? '#5E3515' : ramp[3], fade(0.5)),
  );
  const ribs = clear
    ? Array.from(
        { length: 7 },
        (_, index) =>
          `M${112 + index * 28} ${146 + (3 - Math.abs(index - 3)) * 5}Q${150 + index * 15} 210 ${176 + index * 6} 274`,
      )
    : [];
  sheet.add(
    lines(ribs, '#F6DDB4', 2.4, fade(0.55)),
    line('M102 148L168 270', '#FFFFFF', 6, fade(clear ? 0.5 : 0.85)),
    path('M262 158L222 278H200Q232 214 238 158Q252 158 262 158Z', clear ? '#5E3515' : ramp[3], fade(0.28)),
  );
  if (!clear)
    sheet.add(
      path('M178 226q16-12 32 0Z', INK, fade(0.75)),
      line('M173 226.500H215', INK, 2, fade(0.75)),
      circle(194, 213, 4.4, LAMP),
    );
  return sheet;
}

export function flatDripper(): Sheet {
  const sheet = new Sheet();
  sheet.ground(196, 328, 96);
  const waves = Array.from(
    { length: 13 },
    (_, index) => `M${104 + index * 15.5} ${118 + (index % 2) * 4}L${134 + index * 10.4} 246`,
  );
  sheet.add(
    line('M296 170Q346 168 336 208T278 236', '#4F5957', 9),
    line('M296 169Q344 167 334 207T278 235', '#D3DAD8', 4),
    path(
      'M92 112Q98 104 106 110T120 110T134 110T148 110T162 110T176 110T190 110T204 110T218 110T232 110T246 110T260 110T274 110T288 110T300 112L262 250H130Z',
      sheet.face(PAPER),
    ),
    lines(waves, '#BBAE97', 2, fade(0.6)),
    path('M96 142H296L272 250Q270 258 262 258H130Q122 258 120 250Z', sheet.round(STEEL)),
    ellipse(196, 142, 100, 15, '#EDF1EF'),
    ellipse(196, 143, 92, 12, '#5B3A1D'),
    ellipse(182, 141, 56, 6, '#8A5A2F', fade(0.8)),
    line('M112 160L128 244', '#FFFFFF', 5, fade(0.9)),
    path('M148 258H244L250 284H142Z', sheet.round(['#D3DAD8', '#A3ACA9', '#737D7A', '#4F5957'])),
    lines(['M178 270h.1', 'M196 270h.1', 'M214 270h.1'], '#323B3A', 7),
    path('M104 284H288q12 0 12 10t-14 12H106q-14 0-14-12t12-10Z', sheet.round(STEEL)),
    path('M122 306H270L262 324H130Z', '#69726F', fade(0.45)),
    rect(176, 190, 40, 22, 11, '#5F6967', fade(0.35)),
    circle(196, 201, 4, LAMP),
  );
  return sheet;
}

export function glassServer(): Sheet {
  const sheet = new Sheet();
  sheet.ground(190, 338, 112);
  const d =
    'M148 112H232Q234 150 262 182Q300 226 292 296Q288 338 250 338H130Q92 338 88 296Q80 226 118 182Q146 150 148 112Z';
  const clip = sheet.clip(d);
  sheet.add(
    line('M262 178Q338 160 336 226T288 286', '#8AA19F', 15, fade(0.85)),
    line('M264 176Q334 160 332 224T290 282', '#F3F8F7', 7, fade(0.9)),
    path(d, '#FFFFFF', fade(0.35)),
    `<g clip-path="${clip}">${path('M60 236H320V350H60Z', sheet.down(['#9C6532', '#6B3F1B', '#4A2910', '#2E1808']))}${ellipse(190, 236, 108, 10, '#B27A42')}${ellipse(170, 235, 60, 4, '#D9AC74', fade(0.8))}</g>`,
    path(d, glass(sheet)),
    path(d, 'none', 'stroke="#7E9795" stroke-width="2" opacity=".6"'),
    line('M112 222Q98 258 108 312', '#FFFFFF', 8, fade(0.8)),
    line('M128 200q6-8 12-14', '#FFFFFF', 6, fade(0.8)),
    lines(['M232 262h22', 'M236 282h18', 'M232 302h22'], '#FFFFFF', 2.4, fade(0.75)),
    path('M136 106L148 124H232L240 106Z', '#DCE8E6', fade(0.85)),
    path('M142 96h96q8 0 8 8t-8 8h-96q-8 0-8-8t8-8Z', sheet.down(WOOD)),
    line('M142 99H236', '#F0CDA0', 2, fade(0.7)),
    rect(178, 74, 24, 22, 8, sheet.down(WOOD)),
  );
  return sheet;
}

export function scale(): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 304, 158);
  sheet.add(
    path('M98 186H302L346 280H54Z', sheet.linear('0 0 1 1', '0 #4A5553, 0.5 #2C3534, 1 #1A2221')),
    path(
      'M54 280H346V292Q346 304 334 304H66Q54 304 54 292Z',
      sheet.down(['#3C4645', '#262E2D', '#151B1B', '#0C1111']),
    ),
    line('M100 188H300', '#97A29F', 2, fade(0.8)),
    line('M56 281H344', '#7B8683', 1.6, fade(0.6)),
    path('M124 196H276L292 238H108Z', '#10201F', fade(0.7)),
    path('M106 246H294L305 272H95Z', '#0B1110', fade(0.75)),
    // 18.0 and 0:25, as strokes.
    lines(
      ['M124 252v14', 'M134 252h10v14h-10ZM134 259h10', 'M150 265h.1', 'M158 252h10v14h-10Z'],
      '#F4D6A0',
      2.8,
    ),
    lines(
      ['M222 252h9v14h-9Z', 'M238 256h.1M238 262h.1', 'M246 252h9v7h-9v7h9', 'M270 252h-9v6h9v8h-9'],
      '#C9D3D0',
      2.4,
    ),
  );
  // A cup of glass with beans stands on it.
  sheet.add(
    ellipse(204, 220, 52, 9, '#000000', fade(0.35)),
    path('M152 122H248L238 210Q236 220 226 220H174Q164 220 162 210Z', '#FFFFFF', fade(0.4)),
    ...[
      [172, 204, 10],
      [194, 208, 70],
      [216, 206, 130],
      [228, 196, 20],
      [182, 192, 100],
      [204, 190, 40],
      [222, 184, 80],
      [170, 188, 60],
      [192, 178, 150],
    ].map(([x, y, a]) => bean(x!, y!, 13, a!, (x! + y!) % 3 ? '#6E4524' : '#85552B')),
    path('M152 122H248L238 210Q236 220 226 220H174Q164 220 162 210Z', glass(sheet)),
    ellipse(200, 122, 48, 8, '#FFFFFF', fade(0.45)),
    ellipse(200, 122, 48, 8, 'none', 'stroke="#7E9795" stroke-width="1.800" opacity=".7"'),
    line('M164 138L172 200', '#FFFFFF', 6, fade(0.85)),
  );
  return sheet;
}

export function frenchPress(): Sheet {
  const sheet = new Sheet();
  const ramp = SEA;
  sheet.ground(188, 342, 92);
  sheet.add(
    line('M262 168H300Q322 168 322 190V272Q322 294 300 294H258', '#0F2221', 17),
    line('M262 166H300Q320 166 320 188V270Q320 290 300 290H258', ramp[1], 12),
    line('M266 163H300Q314 164 315 186', '#A9C5C0', 2.6, fade(0.7)),
    rect(184, 62, 8, 76, 3, sheet.round(STEEL)),
    circle(188, 60, 16, sheet.face(WOOD)),
    path('M178 55a11 11 0 0 1 9-7', 'none', 'stroke="#F6DDB4" stroke-width="3" stroke-linecap="round"'),
    path('M112 152V326a76 15 0 0 0 152 0V152Z', sheet.round(ramp)),
    path('M112 306V326a76 15 0 0 0 152 0V306a76 15 0 0 1-152 0Z', ramp[3], fade(0.5)),
    line('M130 180V318', '#FFFFFF', 5, fade(0.4)),
    path('M92 140L112 132V158Z', sheet.face(STEEL)),
    path('M108 138a80 17 0 0 1 160 0V152a80 17 0 0 1-160 0Z', sheet.round(STEEL)),
    ellipse(188, 137, 80, 17, sheet.linear('0 0 1 1', '0 #FFFFFF, 1 #A3ACA9')),
    ellipse(188, 134, 40, 8, '#8A9592', fade(0.6)),
    path('M172 238q16-12 32 0Z', ramp[0], fade(0.9)),
    line('M166 238.500H210', ramp[0], 2.2, fade(0.9)),
    circle(188, 224, 5, LAMP),
  );
  return sheet;
}

export function coldBrewer(): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 342, 76);
  const d =
    'M170 112H230V140Q230 152 244 164Q260 180 260 204V326Q260 342 244 342H156Q140 342 140 326V204Q140 180 156 164Q170 152 170 140Z';
  const clip = sheet.clip(d);
  sheet.add(
    path(d, '#FFFFFF', fade(0.4)),
    `<g clip-path="${clip}">${path('M130 196H270V350H130Z', sheet.down(['#8A5A30', '#5E3515', '#3D210C', '#261305']))}${ellipse(200, 196, 62, 7, '#A5703A')}</g>`,
    rect(178, 118, 44, 186, 20, sheet.linear('0 0 1 0', '0 #8A9592 0.9, 0.3 #EDF1EF 0.9, 1 #5F6967 0.9')),
  );
  const mesh: string[] = [];
  for (let y = 206; y < 292; y += 8) mesh.push(`M182 ${y}H218`);
  for (let x = 186; x < 218; x += 7) mesh.push(`M${x} 202V296`);
  sheet.add(
    lines(mesh, '#4F5957', 1, fade(0.5)),
    path(d, glass(sheet)),
    path(d, 'none', 'stroke="#7E9795" stroke-width="2" opacity=".6"'),
    line('M153 206V318', '#FFFFFF', 7, fade(0.7)),
    rect(162, 72, 76, 44, 9, sheet.round(SEA)),
    lines(['M176 82v24', 'M188 82v24', 'M200 82v24', 'M212 82v24', 'M224 82v24'], '#0F2221', 2.2, fade(0.5)),
    path('M184 72q0-22 16-22t16 22', 'none', `stroke="${SEA[2]}" stroke-width="8" stroke-linecap="round"`),
    lines(['M240 226h10', 'M240 252h10', 'M240 278h10'], '#FFFFFF', 2.4, fade(0.75)),
  );
  return sheet;
}

export function moka(): Sheet {
  const sheet = new Sheet();
  const a = sheet.linear(
    '0 0 1 0',
    '0 #B9C1BE, 0.2 #FAFCFB, 0.21 #DDE3E1, 0.48 #C9D1CE, 0.49 #9EA8A4, 0.78 #7E8884, 0.79 #A3ACA9, 1 #6B7572',
  );
  sheet.ground(196, 342, 88);
  sheet.add(
    line('M258 142Q318 132 320 172L312 224', '#0C1413', 19),
    line('M258 140Q316 132 318 172L310 220', DARK[1], 13),
    line('M266 137Q306 134 310 158', '#7B8683', 2.4),
    path('M122 250H270L290 342H102Z', a),
    path('M102 342L107 318H285L290 342Z', '#4F5957', fade(0.3)),
    rect(132, 226, 128, 26, 6, a),
    line('M134 239H258', '#5F6967', 1.6, fade(0.6)),
    path('M118 124H274L252 228H140Z', a),
    path('M92 118L130 124L132 160Z', sheet.face(STEEL)),
    path('M112 126Q112 112 126 112H266Q280 112 280 126Z', a),
    path('M132 112L196 84L260 112Z', a),
    circle(196, 74, 13, sheet.face(COPPER)),
    circle(192, 70, 3.6, '#FFF3E4', fade(0.85)),
    circle(148, 296, 9, sheet.face(COPPER)),
    circle(148, 296, 3.6, '#743F22'),
    path('M184 178q14-11 28 0Z', INK, fade(0.6)),
    line('M179 178.500H217', INK, 2, fade(0.6)),
    circle(198, 166, 4, LAMP),
  );
  return sheet;
}

export function pitcher(): Sheet {
  const sheet = new Sheet();
  sheet.ground(196, 336, 108);
  sheet.add(
    line('M276 176Q336 166 334 226T280 296', '#4F5957', 15),
    line('M276 174Q333 166 331 224T280 292', sheet.linear('0 0 1 1', '0 #F3F6F5, 1 #8A9592'), 9),
    path(
      'M82 118L128 146Q128 190 112 232Q104 256 104 296Q104 338 142 338H254Q292 338 292 296Q292 256 284 232Q268 190 268 138Q200 122 82 118Z',
      sheet.round(STEEL),
    ),
    path('M82 118Q150 112 200 118T268 138Q236 154 190 152T82 118Z', '#5F6967'),
    path('M104 122Q160 118 204 124T258 138Q232 149 190 147T104 122Z', '#FBF6EC'),
    path('M150 132q22-9 44 0q16 6 30 2q-10 12-38 11t-36-13Z', '#C48E54', fade(0.85)),
    path('M160 134q14-4 28 1t24 2q-12 6-26 5t-26-8Z', '#FFFDF8', fade(0.9)),
    line('M136 172Q134 208 124 244Q118 280 124 312', '#FFFFFF', 8, fade(0.85)),
    path(
      'M104 296Q104 338 142 338H254Q292 338 292 296Q292 322 254 324H142Q104 322 104 296Z',
      '#4F5957',
      fade(0.35),
    ),
    path('M182 248q16-12 32 0Z', '#4F5957', fade(0.55)),
    line('M176 248.500H220', '#4F5957', 2, fade(0.55)),
    circle(198, 234, 5, LAMP),
  );
  return sheet;
}

export function tamper(): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 338, 112);
  sheet.add(
    path('M100 296V322a100 20 0 0 0 200 0V296Z', sheet.round(STEEL)),
    ellipse(200, 296, 100, 20, sheet.linear('0 0 1 1', '0 #FFFFFF, 0.5 #D3DAD8, 1 #A3ACA9')),
    line('M104 310a98 19 0 0 0 192 0', '#5F6967', 1.6, fade(0.5)),
    path('M158 296a42 9 0 0 0 84 0L230 240H170Z', sheet.round(STEEL)),
    rect(166, 224, 68, 22, 6, sheet.round(DARK)),
    rect(170, 230, 60, 3, 1.5, LAMP),
    path('M172 226Q160 180 148 138Q142 84 200 82T252 138Q240 180 228 226Z', sheet.round(WOOD)),
    ellipse(200, 98, 40, 12, '#D9AA76', fade(0.8)),
    path(
      'M164 130Q168 106 186 100',
      'none',
      'stroke="#F6DDB4" stroke-width="6" stroke-linecap="round" opacity=".85"',
    ),
    lines(
      ['M176 150Q182 186 186 216', 'M210 140Q210 184 206 216', 'M228 148Q224 180 218 206'],
      '#5C3B1D',
      1.6,
      fade(0.35),
    ),
    circle(200, 98, 8, sheet.face(STEEL)),
  );
  return sheet;
}
