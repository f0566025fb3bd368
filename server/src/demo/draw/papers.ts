/** Filter papers and what they come in. */
import { circle, ellipse, fade, group, line, lines, path, rect, Sheet, type Ramp } from './kit.js';
import { KRAFT, LAMP, LAMP_PALE, PAPER, SEA, STEEL } from './materials.js';
import { island, words } from './motifs.js';

/** 锥形滤纸: a box with a window, cones fanning out of it. */
export function paperCone(box: Ramp, sheets: Ramp): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 340, 128);
  const fan = [-20, -7, 7, 20].map((angle, i) =>
    group(`rotate(${angle} 200 250)`, [
      path(
        'M112 84Q200 52 288 84L212 254H188Z',
        sheet.linear('0 0 1 0.4', `0 ${sheets[0]}, 0.6 ${sheets[1]}, 1 ${sheets[2]}`),
      ),
      path('M112 84Q200 52 288 84', 'none', `stroke="${sheets[3]}" stroke-width="1.600" opacity=".5"`),
      line('M281 88L210 250', sheets[3], 2, fade(0.55)),
      ...(i === 3
        ? [lines(['M132 96L184 236', 'M166 84L196 236', 'M204 80L204 236'], sheets[3], 1, fade(0.35))]
        : []),
    ]),
  );
  sheet.add(
    group('translate(0 6)', fan),
    path('M84 210H316V330q0 10-10 10H94q-10 0-10-10Z', sheet.face(box)),
    path('M84 210H316V222H84Z', box[3], fade(0.35)),
    path('M266 210H316V330q0 10-10 10H276Z', box[3], fade(0.22)),
    rect(122, 238, 156, 78, 6, '#FBF6EC'),
    group('translate(200 270) scale(.66)', [
      path('M-44-32Q0-46 44-32L10 36H-10Z', LAMP_PALE),
      path('M-44-32Q0-46 44-32Q0-20-44-32Z', LAMP),
      lines(['M-22-22L-4 30', 'M22-22L4 30', 'M0-24V30'], '#A9742F', 2.2, fade(0.6)),
    ]),
    group('translate(200 302)', [words(40)[0]!]),
    line('M90 222V328', '#FFFFFF', 3, fade(0.5)),
  );
  return sheet;
}

/** 蛋糕滤纸: a nest of pleated cups. */
export function paperWave(): Sheet {
  const sheet = new Sheet();
  sheet.ground(200, 326, 132);
  const layer = (y: number): string[] => {
    const teeth = Array.from(
      { length: 21 },
      (_, i) =>
        `${i ? 'Q' : 'M'}${i ? `${70 + i * 13 - 6.5} ${y - (i % 2 ? 15 : 3)} ` : ''}${70 + i * 13} ${y}`,
    ).join('');
    const pleats = Array.from(
      { length: 20 },
      (_, i) => `M${76 + i * 13} ${y + 2}L${112 + i * 9.3} ${y + 124}`,
    );
    return [
      path(`${teeth}L294 ${y + 128}Q200 ${y + 152} 106 ${y + 128}Z`, sheet.round(PAPER)),
      lines(pleats, '#A99C86', 2, fade(0.4)),
    ];
  };
  sheet.add(
    ellipse(200, 120, 130, 26, '#D8CDB9'),
    ellipse(200, 122, 112, 18, '#BBAE97', fade(0.7)),
    ...layer(112),
    ...layer(146),
    ...layer(180),
    line('M92 196L124 298', '#FFFFFF', 6, fade(0.9)),
    path('M106 306Q200 332 294 306L292 322Q200 346 108 322Z', sheet.round(KRAFT)),
  );
  return sheet;
}

/** 粉碗滤纸: a little round tin of discs, three spread before it, and tweezers. */
export function paperPuck(): Sheet {
  const sheet = new Sheet();
  const disc = (cx: number, cy: number): string[] => [
    ellipse(cx + 5, cy + 7, 58, 21, '#10201F', fade(0.2)),
    ellipse(cx, cy + 3, 58, 21, '#A99C86'),
    ellipse(cx, cy, 58, 21, sheet.linear('0 0 1 1', '0 #FFFFFF, 0.6 #F6F0E4, 1 #E3D8C5')),
    ellipse(
      cx,
      cy,
      46,
      15.5,
      'none',
      'stroke="#C3B69E" stroke-width="1.600" stroke-dasharray="1 6" stroke-linecap="round"',
    ),
  ];
  sheet.ground(200, 330, 132);
  return sheet.add(
    path('M128 126V262a86 24 0 0 0 172 0V126Z', sheet.round(STEEL)),
    path('M128 152V242a86 24 0 0 0 172 0V152a86 24 0 0 1-172 0Z', sheet.round(SEA)),
    line('M128 152a86 24 0 0 0 172 0M128 242a86 24 0 0 0 172 0', LAMP, 2.2),
    group('translate(208 216) scale(.8)', island('#F6F3EA')),
    ellipse(214, 126, 86, 24, '#EDF1EF'),
    ellipse(214, 127, 77, 20, '#7B8683'),
    path('M140 112V126a74 19 0 0 0 148 0V112Z', '#D8CDB9'),
    lines(['M140 117a74 19 0 0 0 148 0', 'M140 122a74 19 0 0 0 148 0'], '#A99C86', 1.4, fade(0.6)),
    ellipse(214, 112, 74, 19, sheet.linear('0 0 1 1', '0 #FFFFFF, 1 #EFE6D6')),
    line('M144 170V246', '#BFD8D3', 5, fade(0.5)),
    ...disc(128, 306),
    ...disc(206, 322),
    line('M262 328L338 214', '#69726F', 4.4),
    line('M254 320L338 214', '#C3CAC8', 4.4),
    circle(338, 213, 5, STEEL[2]),
  );
}
