/** The pictures that villagers show: each is drawn on the spot, by the hour of its name and a seed. */
import {
  at,
  between,
  circle,
  ellipse,
  fade,
  glow,
  HEIGHT,
  type Hour,
  isHour,
  lightAt,
  line,
  oneOf,
  path,
  type Random,
  randomOf,
  rect,
  svg,
  times,
  veil,
  WIDTH,
} from './drawing.ts';

type Scene = (hour: Hour, random: Random) => string;

const HORIZON = 580;

function sky(hour: Hour, random: Random, hasSun = true): string {
  const { sky, sun, clouds } = lightAt(hour);
  const stars = hour === 'night' ? times(150, () => star(random)) : '';
  const disc =
    sun && hasSun ? glow(sun.x, sun.y, sun.r * 5, sun.colour) + circle(sun.x, sun.y, sun.r, sun.colour) : '';
  return [
    fade('sky', sky),
    rect(0, 0, WIDTH, HEIGHT, 'url(#sky)'),
    stars,
    disc,
    clouds === undefined ? '' : times(hour === 'storm' ? 14 : 5, () => cloud(random, clouds, hour)),
  ].join('');
}

const star = (random: Random): string =>
  circle(
    random() * WIDTH,
    random() * HORIZON,
    between(random, 0.8, 2.6),
    '#fdf8e4',
    `opacity="${between(random, 0.4, 1)}"`,
  );

function cloud(random: Random, colour: string, hour: Hour): string {
  const [x, y] = [between(random, -80, WIDTH), between(random, 60, hour === 'storm' ? 420 : 330)];
  const wide = between(random, 90, hour === 'storm' ? 320 : 170);
  const puffs = times(4, (part) =>
    ellipse(x + part * wide * 0.42, y - Math.sin(part + 0.6) * wide * 0.16, wide * 0.4, wide * 0.17, colour),
  );
  return `<g opacity="${hour === 'storm' ? 0.5 : 0.7}">${puffs}</g>`;
}

function sea(hour: Hour, random: Random, from = HORIZON, hasSun = true): string {
  const { sea, sun } = lightAt(hour);
  const ripples = times(60, (row) => {
    const y = from + 8 + (HEIGHT - from) * (row / 60) ** 1.5;
    const long = between(random, 40, 120) * (0.4 + row / 40);
    const x = random() * WIDTH;
    return line(
      `M${x} ${y}q${long / 2} ${hour === 'storm' ? -16 : -4} ${long} 0`,
      '#ffffff',
      hour === 'storm' ? 5 : 2.5,
      `opacity="${between(random, 0.08, 0.32)}"`,
    );
  });
  const shine =
    sun && hasSun
      ? times(26, (row) => {
          const y = from + 6 + row * 18;
          const half = between(random, 10, 30) + row * 2.4;
          return line(`M${sun.x - half} ${y}h${half * 2}`, sun.colour, 4, `opacity="${0.55 - row * 0.018}"`);
        })
      : '';
  return fade('sea', sea) + rect(0, from, WIDTH, HEIGHT - from, 'url(#sea)') + shine + ripples;
}

const hills = (hour: Hour): string =>
  path(
    `M0 ${HORIZON}V500Q200 420 420 480T860 470T1240 440T1600 490V${HORIZON}Z`,
    lightAt(hour).far,
    'opacity="0.8"',
  );

const WALLS = [
  '#d9694f',
  '#e9b44c',
  '#f0e3c6',
  '#7fa6a3',
  '#c98b6b',
  '#b7553f',
  '#8fb08c',
  '#e3cfa4',
  '#6d8fb0',
];
const ROOFS = ['#6b3f36', '#4d4a52', '#7a4a3c', '#3f4a58'];
const LAMP = '#ffd98a';

/** A row of gabled houses that stands on `ground`. */
function houses(hour: Hour, random: Random, ground: number, scale = 1): string {
  const { lamps, veil: over } = lightAt(hour);
  let [walls, shade, lights] = ['', '', ''];
  let last = '';
  for (let x = -20; x < WIDTH; ) {
    const [w, h] = [between(random, 96, 158) * scale, between(random, 190, 320) * scale];
    const wall = oneOf(
      random,
      WALLS.filter((one) => one !== last),
    );
    last = wall;
    const [top, peak] = [ground - h, between(random, 54, 96) * scale];
    const steps = random() < 0.35;
    const gable = steps
      ? `M${x} ${top}h${w * 0.16}v${-peak * 0.35}h${w * 0.14}v${-peak * 0.35}h${w * 0.13}v${-peak * 0.3}h${w * 0.14}v${peak * 0.3}h${w * 0.13}v${peak * 0.35}h${w * 0.14}v${peak * 0.35}h${w * 0.16}Z`
      : `M${x} ${top}L${x + w / 2} ${top - peak}L${x + w} ${top}Z`;
    walls += rect(x, top, w, h, wall) + path(gable, steps ? wall : oneOf(random, ROOFS));
    shade += rect(x, top, w, h, over[0]) + path(gable, over[0]);
    const rows = Math.max(2, Math.floor(h / (74 * scale)));
    const columns = w > 125 * scale ? 3 : 2;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const [ww, wh] = [22 * scale, 34 * scale];
        const wx = x + ((column + 0.5) * w) / columns - ww / 2;
        const wy = top + 18 * scale + row * ((h - 20 * scale) / rows);
        const isDoor = row === rows - 1 && column === 0;
        if (isDoor) {
          walls += rect(
            wx - 3,
            ground - 56 * scale,
            30 * scale,
            56 * scale,
            oneOf(random, ['#3d5a5a', '#6b3b34', '#2f4562', '#7b6a3a']),
            'rx="3"',
          );
          continue;
        }
        walls += rect(wx - 4, wy - 4, ww + 8, wh + 8, '#f6f0e2') + rect(wx, wy, ww, wh, '#4c6270');
        walls += rect(wx + ww / 2 - 1, wy, 2, wh, '#f6f0e2') + rect(wx, wy + wh / 2 - 1, ww, 2, '#f6f0e2');
        if (lamps && random() < 0.62)
          lights += rect(wx, wy, ww, wh, LAMP) + rect(wx + ww / 2 - 1, wy, 2, wh, '#a8763a');
      }
    }
    if (random() < 0.5) walls += rect(x + w * 0.7, top - peak * 0.75, 14 * scale, 40 * scale, '#5a4a48');
    x += w + (random() < 0.2 ? 6 : 0);
  }
  return `${walls}<g opacity="${over[1]}">${shade}</g>${lights}`;
}

function boat(
  random: Random,
  x: number,
  y: number,
  scale: number,
  hull = oneOf(random, ['#b6412f', '#2e5d7d', '#f2ead8', '#2f6b57', '#394955']),
): string {
  const isSailing = random() < 0.45;
  const cabin =
    rect(-34, -62, 62, 34, '#f4efe2', 'rx="4"') +
    rect(-26, -54, 16, 14, '#4c6270') +
    rect(-2, -54, 16, 14, '#4c6270');
  const mast = line('M0 -30V-210', '#5d4a3a', 6) + line('M0 -205L86 -32M0 -205L-92 -30', '#cfc8b8', 1.6);
  const furled = line('M4 -52L78 -44', '#e9e1cc', 12);
  const body = path('M-112 -32Q-100 26 -62 30H66Q104 20 122 -40Q60 -22 0 -24T-112 -32Z', hull);
  const band = line('M-108 -24Q-40 -12 20 -14T118 -30', '#ffffff', 4, 'opacity="0.8"');
  const mirrored = `<g transform="translate(0 60) scale(1 -0.5)" opacity="0.22">${body}</g>`;
  return at(
    x,
    y,
    `${mirrored}${isSailing ? mast + furled : mast.replace('V-210', 'V-140') + cabin}${body}${band}`,
    scale,
  );
}

const gull = (x: number, y: number, size: number, colour = '#ffffff'): string =>
  line(
    `M${x - size} ${y}q${size * 0.5} ${-size * 0.5} ${size} 0q${size * 0.5} ${-size * 0.5} ${size} 0`,
    colour,
    size / 6,
  );

const gulls = (random: Random, count: number, colour = '#ffffff'): string =>
  times(count, () =>
    gull(between(random, 100, WIDTH - 100), between(random, 90, 380), between(random, 14, 30), colour),
  );

function quay(y: number, height: number, colour = '#8b857a'): string {
  const stones = times(44, (part) =>
    rect(
      (part % 22) * 76 - (part < 22 ? 0 : 38),
      y + 10 + (part < 22 ? 0 : height / 2),
      70,
      height / 2 - 8,
      '#000000',
      'opacity="0.07" rx="4"',
    ),
  );
  return rect(0, y, WIDTH, height, colour) + rect(0, y, WIDTH, 10, '#b5ae9f') + stones;
}

const harbour: Scene = (hour, random) => {
  const ground = 640;
  const row = houses(hour, random, ground);
  const [tint, much] = lightAt(hour).veil;
  const boats =
    boat(random, 260, 806, 1.15) +
    boat(random, 640, 780, 0.95) +
    boat(random, 1010, 840, 1.3) +
    boat(random, 1390, 790, 1.05);
  return [
    sky(hour, random),
    hills(hour),
    gulls(random, hour === 'night' ? 0 : 7),
    row,
    sea(hour, random, 690),
    `<g transform="translate(0 1370) scale(1 -1)" opacity="${hour === 'fog' ? 0.12 : 0.24}">${row}</g>`,
    quay(ground, 56),
    boats,
    veil(tint, much * 0.45),
    lightAt(hour).lamps ? times(5, (lamp) => streetLamp(170 + lamp * 330, ground)) : '',
    hour === 'fog' ? veil('#e6e9e7', 0.35) : '',
    hour === 'storm' ? rain(random) : '',
    foreground(),
  ].join('');
};

const streetLamp = (x: number, ground: number): string =>
  line(`M${x} ${ground}v-110`, '#2d3038', 6) +
  glow(x, ground - 120, 120, LAMP, 0.55) +
  circle(x, ground - 120, 12, '#fff0c4');

const foreground = (): string =>
  rect(0, 1020, WIDTH, 50, '#3b3a3d') +
  rect(0, 1014, WIDTH, 10, '#6a665f') +
  times(
    4,
    (post) =>
      rect(150 + post * 430, 968, 46, 62, '#2c2b30', 'rx="10"') +
      ellipse(173 + post * 430, 968, 32, 10, '#3d3c43'),
  );

const rain = (random: Random): string =>
  times(190, () => {
    const [x, y] = [between(random, -60, WIDTH), random() * HEIGHT];
    return line(`M${x} ${y}l-18 62`, '#dfe8ee', 2, 'opacity="0.3"');
  });

const lighthouse: Scene = (hour, random) => {
  const isLit = lightAt(hour).lamps;
  const [tint, much] = lightAt(hour).veil;
  const beam = isLit
    ? `<g opacity="0.5"><linearGradient id="beam"><stop offset="0" stop-color="#fff3c9" stop-opacity="0.9"/><stop offset="1" stop-color="#fff3c9" stop-opacity="0"/></linearGradient>${path('M1090 250L-100 60V360Z', 'url(#beam)', 'transform="matrix(-1 0 0 1 2180 0)"')}<linearGradient id="back" x1="1" x2="0"><stop offset="0" stop-color="#fff3c9" stop-opacity="0.9"/><stop offset="1" stop-color="#fff3c9" stop-opacity="0"/></linearGradient>${path('M1090 250L-100 110V400Z', 'url(#back)')}</g>`
    : '';
  const tower = [
    path('M1022 760L1046 300H1134L1158 760Z', '#f4efe4'),
    path('M1040 420L1036 500H1144L1140 420Z M1031 590L1027 670H1153L1149 590Z', '#c8452f'),
    path('M1100 300H1134L1158 760H1112Z', '#000000', 'opacity="0.1"'),
    rect(1026, 288, 128, 16, '#3b3f4a', 'rx="3"'),
    rect(1056, 214, 68, 76, isLit ? '#ffe9a8' : '#8fb3c4'),
    line('M1078 214V290M1102 214V290', '#3b3f4a', 4),
    path('M1044 216L1090 160L1136 216Z', '#a5361f'),
    circle(1090, 156, 8, '#3b3f4a'),
    line('M1026 288V262M1154 288V262M1026 262H1154', '#3b3f4a', 4),
    rect(1074, 690, 32, 70, '#54413a', 'rx="14"'),
    rect(1080, 540, 20, 28, '#4c6270', 'rx="3"'),
    rect(1162, 694, 120, 66, '#f0e6d2') + path('M1152 696L1222 644L1292 696Z', '#7a4a3c'),
    rect(1182, 712, 22, 26, isLit ? LAMP : '#4c6270') + rect(1234, 712, 22, 26, isLit ? LAMP : '#4c6270'),
  ].join('');
  const candles =
    hour === 'dusk'
      ? times(
          40,
          (step) =>
            glow(520 + step * 14, 960 - step * 5 + Math.sin(step / 3) * 18, 14, '#ffdf9a', 0.9) +
            circle(520 + step * 14, 960 - step * 5 + Math.sin(step / 3) * 18, 4, '#fff3c8'),
        )
      : '';
  return [
    sky(hour, random),
    sea(hour, random),
    hour === 'storm'
      ? times(9, (wave) =>
          path(
            `M${wave * 200 - 100} ${800 + (wave % 3) * 60}q60 -90 130 -20q-50 -10 -70 30Z`,
            '#ffffff',
            'opacity="0.5"',
          ),
        )
      : boat(random, 330, 660, 0.5) + gulls(random, 5),
    path('M420 1067Q640 880 820 800Q960 740 1120 752T1420 800T1600 880V1067Z', '#5d8a5a'),
    path('M560 1067Q760 900 940 830Q1040 790 1100 762Q1040 850 900 930T760 1067Z', '#d8c79c'),
    times(26, () =>
      circle(
        between(random, 820, 1580),
        between(random, 850, 1050),
        between(random, 6, 20),
        oneOf(random, ['#4c7a4c', '#6f9c63', '#86a66a']),
      ),
    ),
    path('M420 1067Q640 880 820 800L800 880Q640 960 560 1067Z', '#7d756a'),
    veil(tint, much * 0.7),
    beam,
    tower,
    candles,
    isLit ? glow(1090, 250, 180, '#fff0b8', 0.7) : '',
    hour === 'storm' ? rain(random) : '',
  ].join('');
};

const ferry: Scene = (hour, random) => {
  const { lamps } = lightAt(hour);
  const pane = lamps ? LAMP : '#5f7d8c';
  const ship = [
    path('M-460 0H480Q452 92 396 108H-400Q-446 70 -460 0Z', '#24506e'),
    path('M-460 0H480L472 26H-452Z', '#c8452f'),
    rect(-400, -92, 780, 94, '#f6f1e6', 'rx="10"'),
    rect(-330, -168, 560, 80, '#efe8d8', 'rx="10"'),
    rect(60, -232, 150, 68, '#f6f1e6', 'rx="8"'),
    times(15, (window) => rect(-372 + window * 49, -66, 28, 30, pane, 'rx="6"')),
    times(10, (window) => rect(-304 + window * 52, -146, 32, 32, pane, 'rx="6"')),
    times(3, (window) => rect(74 + window * 46, -218, 34, 30, pane, 'rx="4"')),
    rect(-180, -260, 74, 96, '#c8452f', 'rx="8"') + rect(-180, -240, 74, 18, '#f6f1e6'),
    line('M300 -92V-250', '#5d4a3a', 6),
    path('M300 -248h54l-16 16 16 16h-54Z', '#e9b44c'),
  ].join('');
  return [
    sky(hour, random),
    hills(hour),
    sea(hour, random),
    gulls(random, 8, hour === 'dusk' ? '#f7d9c4' : '#ffffff'),
    `<g transform="translate(820 872) scale(1 -0.4)" opacity="0.2">${ship}</g>`,
    at(820, 740, ship),
    times(16, (foam) =>
      ellipse(
        330 - foam * 22 + between(random, -8, 8),
        850 + between(random, -6, 10),
        between(random, 16, 40),
        7,
        '#ffffff',
        'opacity="0.5"',
      ),
    ),
    veil(lightAt(hour).veil[0], lightAt(hour).veil[1] * 0.4),
    lamps ? glow(820, 700, 420, LAMP, 0.25) : '',
  ].join('');
};

const open: Scene = (hour, random) =>
  [
    sky(hour, random),
    sea(hour, random),
    boat(random, 420, 640, 0.5),
    at(
      1080,
      800,
      path('M-40 40L-22 -50H22L40 40Z', '#c8452f') +
        rect(-26, -70, 52, 22, '#f4efe4') +
        line('M0 -70V-110', '#3b3f4a', 5) +
        circle(0, -116, 9, '#ffe08a') +
        ellipse(0, 42, 66, 10, '#ffffff', 'opacity="0.5"'),
    ),
    gulls(random, 5),
    veil(lightAt(hour).veil[0], lightAt(hour).veil[1] * 0.4),
  ].join('');

const sand = (top: number): string =>
  fade('sand', ['#ead9b4', '#d8c08e']) +
  path(`M0 ${top + 70}Q400 ${top - 10} 800 ${top + 30}T1600 ${top}V1067H0Z`, 'url(#sand)') +
  line(`M0 ${top + 62}Q400 ${top - 18} 800 ${top + 22}T1600 ${top - 8}`, '#ffffff', 16, 'opacity="0.75"');

const beach: Scene = (hour, random) =>
  [
    sky(hour, random),
    sea(hour, random, 520),
    boat(random, 1240, 560, 0.35),
    sand(720),
    times(70, () =>
      ellipse(
        random() * WIDTH,
        between(random, 790, 860),
        between(random, 4, 11),
        between(random, 3, 7),
        oneOf(random, ['#f7efe2', '#c9a98a', '#e7c9b4', '#8b7a66']),
      ),
    ),
    times(6, (log) =>
      at(
        180 + log * 250 + between(random, -50, 50),
        between(random, 880, 1010),
        line(`M-${60 + log * 8} 0q40 -16 ${110 + log * 10} 6`, '#8a7058', between(random, 16, 30)) +
          line('M10 -4l26 -34', '#8a7058', 10),
      ),
    ),
    at(
      1210,
      950,
      path('M-30 -120h60v70q0 20 40 26q30 6 30 34h-130Z', '#2f6b57') +
        rect(-36, -128, 72, 22, '#24523f', 'rx="8"'),
    ),
    gulls(random, 6),
  ].join('');

const birds: Scene = (_, random) =>
  [
    sky('fog', random),
    sea('dawn', random, 560),
    sand(760),
    times(60, () => {
      const [x, y, size] = [between(random, 120, 1500), between(random, 240, 700), between(random, 9, 20)];
      return at(
        x,
        y,
        path(
          `M0 0q${-size * 1.2} ${-size * 1.4} ${-size * 2.2} ${-size * 0.6}q${size} ${size * 0.1} ${size * 1.5} ${size}Z M0 0q${size * 0.7} ${-size * 1.6} ${size * 1.9} ${-size * 1.3}q${-size * 0.7} ${size * 0.6} ${-size} ${size * 1.5}Z`,
          '#5b5750',
        ) + ellipse(0, size * 0.2, size * 1.1, size * 0.36, '#8b8378'),
        1,
        between(random, -18, 10),
      );
    }),
    times(7, (wader) => {
      const [x, y] = [180 + wader * 200 + between(random, -40, 40), between(random, 880, 960)];
      return at(
        x,
        y,
        line('M-6 0V46M8 0V46', '#c8653a', 5) +
          ellipse(0, -10, 34, 20, '#2f3136') +
          ellipse(6, -2, 26, 14, '#f4efe4') +
          circle(30, -30, 13, '#2f3136') +
          line('M42 -30l34 6', '#e0662f', 6),
        1,
      );
    }),
  ].join('');

const heron: Scene = (_, random) => {
  const bird =
    line('M0 0V-190', '#8a7a5c', 9) +
    line('M0 -120l34 40l-22 34', '#8a7a5c', 8) +
    path('M-130 -190Q-60 -330 70 -300Q96 -250 40 -200Q-40 -150 -130 -190Z', '#8d9aa6') +
    path('M-130 -190Q-70 -260 30 -236Q-30 -170 -130 -190Z', '#5d6a78') +
    line('M52 -284Q130 -330 84 -410Q62 -460 110 -486', '#c9d1d6', 26) +
    ellipse(120, -490, 34, 19, '#dfe5e8') +
    line('M100 -500Q60 -506 26 -482', '#2f3540', 7) +
    path('M146 -500L250 -476L146 -480Z', '#e0a03a') +
    circle(128, -494, 4, '#22262e');
  return [
    sky('dawn', random),
    hills('dawn'),
    sea('dawn', random),
    `<g opacity="0.25">${at(620, 858, `<g transform="scale(1 -0.7)">${bird}</g>`)}</g>`,
    at(620, 850, bird),
    ellipse(620, 852, 60, 7, '#ffffff', 'opacity="0.4"'),
    times(30, () =>
      line(
        `M${between(random, 1180, 1590)} 1067q${between(random, -30, 30)} -160 ${between(random, -40, 60)} -${between(random, 200, 380)}`,
        oneOf(random, ['#5f7350', '#7c8a5c', '#4a5f48']),
        7,
      ),
    ),
  ].join('');
};

const seal: Scene = (_, random) =>
  [
    sky('dusk', random),
    sea('dusk', random, 520),
    sand(690),
    ellipse(800, 968, 420, 26, '#000000', 'opacity="0.15"'),
    path(
      'M380 930Q360 850 470 820Q640 700 880 730Q1060 750 1120 800Q1180 740 1230 760Q1210 820 1180 850Q1250 880 1240 920Q1180 920 1110 890Q980 980 700 968Q460 970 380 930Z',
      '#7d8288',
    ),
    path('M470 930Q640 860 900 900Q760 968 600 966Q500 960 470 930Z', '#aab0b4'),
    path('M620 900Q560 980 640 990Q700 970 700 910Z', '#6a6f76'),
    circle(470, 830, 92, '#878c92'),
    ellipse(412, 852, 46, 36, '#a3a8ad') + ellipse(384, 836, 16, 12, '#2c2d33'),
    line('M436 806q18 12 34 0', '#2c2d33', 6) + line('M384 852q14 22 36 10', '#2c2d33', 4),
    line('M400 862l-70 -10M400 868l-72 12', '#e9e9e9', 2.5),
    times(30, () =>
      circle(
        between(random, 540, 1060),
        between(random, 760, 880),
        between(random, 4, 11),
        '#686d74',
        'opacity="0.6"',
      ),
    ),
    veil('#d98f7a', 0.08),
  ].join('');

/** The wall and the board on which small things stand. */
const table = (wall: string, board: string): string =>
  rect(0, 0, WIDTH, HEIGHT, wall) +
  rect(0, 760, WIDTH, 307, board) +
  rect(0, 760, WIDTH, 14, '#ffffff', 'opacity="0.25"') +
  times(7, (plank) =>
    line(`M0 ${810 + plank * 42}q800 ${plank % 2 ? 10 : -10} 1600 0`, '#000000', 2, 'opacity="0.08"'),
  );

const loaf = (random: Random, x: number, y: number, scale: number): string => {
  const crust = oneOf(random, ['#b9783d', '#a9652f', '#c98b4a', '#8f5a30']);
  return at(
    x,
    y,
    ellipse(0, 4, 128, 14, '#000000', 'opacity="0.2"') +
      path('M-124 0Q-132 -98 0 -104Q132 -98 124 0Q0 22 -124 0Z', crust) +
      path('M-108 -34Q-86 -88 0 -92Q86 -88 108 -34Q0 -66 -108 -34Z', '#ffffff', 'opacity="0.13"') +
      times(3, (cut) => line(`M${-66 + cut * 58} -34q16 -34 40 -48`, '#f1d7a6', 9)) +
      times(12, () =>
        circle(between(random, -90, 90), between(random, -84, -14), 2.4, '#fff4dd', 'opacity="0.7"'),
      ),
    scale,
  );
};

const bread: Scene = (_, random) =>
  [
    fade('wall', ['#f7e4c4', '#e9c796']),
    rect(0, 0, WIDTH, HEIGHT, 'url(#wall)'),
    glow(1300, 120, 760, '#fff3d0', 0.8),
    [330, 640, 950]
      .map(
        (shelf) =>
          rect(60, shelf, 1480, 26, '#8a5f3c', 'rx="4"') +
          rect(60, shelf + 26, 1480, 12, '#000000', 'opacity="0.12"') +
          times(6, (place) =>
            loaf(random, 190 + place * 245 + between(random, -10, 10), shelf - 4, between(random, 0.8, 1.02)),
          ),
      )
      .join(''),
    rect(96, 1006, 220, 40, '#3a4640', 'rx="6"'),
    line('M120 1026h170', '#e9e4d4', 5),
  ].join('');

/** From the middle outwards, two turns and three quarters. */
const SPIRAL = `M${Array.from({ length: 100 }, (_, step) => {
  const [turn, r] = [step * 0.173, 8 + step * 1.46];
  return `${Math.round(Math.cos(turn) * r)} ${Math.round(Math.sin(turn) * r)}`;
}).join('L')}`;

const rolls: Scene = (_, random) =>
  [
    rect(0, 0, WIDTH, HEIGHT, '#c9a57a'),
    times(12, (plank) => line(`M0 ${plank * 92 + 40}h1600`, '#000000', 3, 'opacity="0.07"')),
    rect(120, 90, 1360, 890, '#4a4e55', 'rx="46"') + rect(150, 120, 1300, 830, '#6a7079', 'rx="34"'),
    times(6, (roll) => {
      const [x, y] = [380 + (roll % 3) * 420, 330 + Math.floor(roll / 3) * 410];
      const turn = between(random, 0, 360);
      return at(
        x,
        y,
        circle(6, 10, 190, '#000000', 'opacity="0.25"') +
          circle(0, 0, 188, '#c98545') +
          circle(0, 0, 178, '#dd9d57') +
          line(SPIRAL, '#7a4522', 22) +
          times(34, () =>
            circle(
              between(random, -150, 150),
              between(random, -120, 120),
              between(random, 3, 7),
              '#fff8ea',
              'opacity="0.9"',
            ),
          ),
        1,
        turn,
      );
    }),
  ].join('');

const cups: Scene = (_, random) =>
  [
    fade('plaster', ['#efe7da', '#dccdb8']),
    rect(0, 0, WIDTH, HEIGHT, 'url(#plaster)'),
    glow(300, 180, 800, '#ffffff', 0.7),
    [470, 850]
      .map(
        (shelf) =>
          rect(0, shelf, WIDTH, 34, '#8f6b4a') +
          rect(0, shelf + 34, WIDTH, 18, '#000000', 'opacity="0.12"') +
          times(5, (place) => cup(random, 210 + place * 295, shelf, place === 1 && shelf === 470 ? 7 : 0)),
      )
      .join(''),
  ].join('');

function cup(random: Random, x: number, shelf: number, lean: number): string {
  const glaze = oneOf(random, ['#3f7d8c', '#5d9aa8', '#8fb5ae', '#2f5a74', '#b8c9bd', '#6f8f7c']);
  const [half, tall] = [between(random, 66, 104), between(random, 110, 210)];
  const foot = half * between(random, 0.6, 0.85);
  return at(
    x,
    shelf,
    ellipse(8, 0, half, 12, '#000000', 'opacity="0.2"') +
      path(
        `M${-half} ${-tall}Q${-half} ${-tall * 0.25} ${-foot} 0H${foot}Q${half} ${-tall * 0.25} ${half} ${-tall}Z`,
        '#d9c5a6',
      ) +
      path(
        `M${-half} ${-tall}Q${-half} ${-tall * 0.42} ${-half * 0.86} ${-tall * 0.34}q${half * 0.3} 26 ${half * 0.6} 2q${half * 0.3} 30 ${half * 0.6} -2q${half * 0.26} 18 ${half * 0.52} 0Q${half} ${-tall * 0.5} ${half} ${-tall}Z`,
        glaze,
      ) +
      ellipse(0, -tall, half, half * 0.2, '#2b4652') +
      ellipse(0, -tall, half, half * 0.2, 'none', `stroke="${glaze}" stroke-width="8"`) +
      line(`M${-half * 0.7} ${-tall * 0.85}q-4 40 6 ${tall * 0.34}`, '#ffffff', 8, 'opacity="0.45"'),
    1,
    lean,
  );
}

const fish: Scene = (_, random) =>
  [
    rect(0, 0, WIDTH, HEIGHT, '#2f6f95'),
    rect(40, 40, 1520, 987, '#3f86ae', 'rx="40"'),
    times(700, () =>
      at(
        between(random, 60, 1530),
        between(random, 60, 1000),
        rect(
          -15,
          -12,
          between(random, 18, 40),
          between(random, 14, 30),
          oneOf(random, ['#eef6f9', '#dcecf2', '#ffffff', '#cfe3ec']),
          'rx="6"',
        ),
        1,
        between(random, 0, 90),
      ),
    ),
    times(14, (one) =>
      at(
        330 + (one % 2) * 700 + between(random, -20, 20),
        130 + Math.floor(one / 2) * 132,
        path(
          'M-250 0Q-120 -62 90 -44Q170 -30 210 0L280 -46Q268 0 284 46L210 6Q160 34 90 44Q-120 60 -250 0Z',
          '#b9c6cf',
        ) +
          path('M-250 0Q-120 -62 90 -44Q170 -30 210 0Q0 -16 -250 0Z', '#55768c') +
          times(9, (stripe) => line(`M${-130 + stripe * 34} -44q16 18 6 36`, '#2f4f66', 7, 'opacity="0.8"')) +
          circle(-196, -4, 13, '#f4f0da') +
          circle(-196, -4, 7, '#1d232b') +
          line('M-150 -30q-16 30 0 58', '#8295a1', 5),
        0.98,
        between(random, -4, 4),
      ),
    ),
    at(1440, 860, lemon(), 1.25, 20) + at(1370, 240, lemon(), 1.1, -14) + at(150, 960, lemon(), 1, 40),
  ].join('');

const lemon = (): string =>
  circle(0, 0, 96, '#f2c62f') +
  circle(0, 0, 82, '#fbeeb0') +
  times(8, (part) => at(0, 0, path('M0 -8L-24 -66Q0 -80 24 -66Z', '#f6d75a'), 1, part * 45));

const bowl = (broth: string, rim: string): string =>
  rect(0, 0, WIDTH, HEIGHT, '#7c5a41') +
  times(10, (plank) => line(`M0 ${plank * 112 + 30}h1600`, '#000000', 4, 'opacity="0.1"')) +
  circle(812, 556, 470, '#000000', 'opacity="0.25"') +
  circle(800, 534, 470, rim) +
  circle(800, 534, 432, '#f4ecdc') +
  circle(800, 534, 404, broth);

const ramen: Scene = (_, random) =>
  [
    bowl('#c98f4e', '#274a5e'),
    times(46, (strand) =>
      line(
        `M${470 + strand * 9} ${600 + between(random, -90, 120)}q${between(random, 60, 130)} ${between(random, -120, 120)} ${between(random, 170, 270)} ${between(random, -50, 50)}`,
        oneOf(random, ['#f3dfa6', '#ecd08c', '#f8ebc2']),
        11,
      ),
    ),
    at(
      980,
      390,
      ellipse(0, 0, 120, 92, '#fbf6ea') + circle(8, 4, 54, '#f0a32e') + circle(-2, -6, 24, '#f7bd55'),
      1,
      -18,
    ),
    at(
      560,
      350,
      rect(-70, -150, 150, 260, '#1f3d33', 'rx="10"') + rect(40, -130, 150, 240, '#28493c', 'rx="10"'),
      1,
      -16,
    ),
    times(60, () =>
      circle(
        between(random, 640, 980),
        between(random, 560, 800),
        between(random, 7, 13),
        oneOf(random, ['#6da34a', '#8bbb5f', '#4f8a3d']),
        'stroke="#dcecc0" stroke-width="3"',
      ),
    ),
    times(6, (one) =>
      at(
        660 + one * 70,
        690 + between(random, -50, 70),
        path('M-50 0Q0 -22 50 0L70 -12V12L50 0Q0 22 -50 0Z', '#aebcc4') + circle(-34, -3, 4, '#222831'),
        1,
        between(random, -40, 40),
      ),
    ),
    line('M1240 90L1540 760M1290 80L1580 740', '#3a2620', 16),
  ].join('');

const stew: Scene = (_, random) =>
  [
    bowl('#d9702f', '#b6412f'),
    times(12, () =>
      at(
        between(random, 540, 1050),
        between(random, 320, 760),
        rect(-44, -34, between(random, 66, 104), between(random, 54, 80), '#f2d9a0', 'rx="22"'),
        1,
        between(random, 0, 180),
      ),
    ),
    times(9, () =>
      at(
        between(random, 530, 1060),
        between(random, 330, 760),
        path('M-70 0Q-20 -54 60 -30Q86 10 30 36Q-40 50 -70 0Z', '#fbf3e6') +
          line('M-40 0q40 -20 76 -8', '#e3d3bd', 4),
        1,
        between(random, 0, 360),
      ),
    ),
    times(60, () =>
      at(
        between(random, 500, 1100),
        between(random, 260, 810),
        ellipse(0, 0, 13, 7, oneOf(random, ['#4f8a3d', '#6da34a', '#386b30'])),
        1,
        between(random, 0, 180),
      ),
    ),
    times(40, () =>
      circle(
        between(random, 500, 1090),
        between(random, 270, 800),
        between(random, 4, 10),
        '#f6b35a',
        'opacity="0.8"',
      ),
    ),
    at(
      1000,
      330,
      lemon()
        .replaceAll('#f2c62f', '#5d8f3c')
        .replaceAll('#f6d75a', '#b8d48a')
        .replaceAll('#fbeeb0', '#eef4d2'),
      0.9,
      18,
    ),
    at(
      1330,
      640,
      line('M0 -330V160', '#b9bec4', 24) +
        ellipse(0, 230, 62, 96, '#c6cbd1') +
        ellipse(-8, 222, 42, 70, '#dfe3e7'),
      1,
      18,
    ),
    times(3, (steam) =>
      line(`M${640 + steam * 150} 210q-50 -60 0 -120t0 -110`, '#ffffff', 16, 'opacity="0.22"'),
    ),
  ].join('');

const plush: Scene = (_, random) => {
  const [fur, belly] = ['#8a5f3f', '#d9b78c'];
  return [
    rect(0, 0, WIDTH, HEIGHT, '#cfe0dc'),
    times(9, (stripe) => rect(stripe * 190, 0, 90, 760, '#ffffff', 'opacity="0.22"')),
    rect(0, 760, WIDTH, 307, '#b98a5c') +
      times(6, (plank) => line(`M0 ${800 + plank * 50}h1600`, '#000000', 3, 'opacity="0.1"')),
    ellipse(800, 975, 330, 34, '#000000', 'opacity="0.2"'),
    path('M960 900Q1200 940 1290 800Q1330 740 1360 770Q1370 900 1240 980Q1100 1040 940 980Z', fur),
    ellipse(800, 790, 220, 210, fur) + ellipse(800, 830, 140, 150, belly),
    ellipse(650, 960, 96, 52, fur) +
      ellipse(950, 960, 96, 52, fur) +
      ellipse(640, 962, 56, 30, belly) +
      ellipse(960, 962, 56, 30, belly),
    at(610, 740, ellipse(0, 0, 58, 130, fur), 1, 38) + at(990, 740, ellipse(0, 0, 58, 130, fur), 1, -38),
    circle(640, 300, 56, fur) +
      circle(960, 300, 56, fur) +
      circle(640, 304, 28, belly) +
      circle(960, 304, 28, belly),
    ellipse(800, 430, 220, 196, fur) + ellipse(800, 500, 132, 100, belly),
    circle(716, 400, 24, '#1f1a18') + circle(724, 392, 8, '#ffffff'),
    circle(884, 400, 32, '#3d6f9c') +
      circle(884, 400, 24, '#4f87b8') +
      times(4, (hole) => circle(876 + (hole % 2) * 16, 392 + Math.floor(hole / 2) * 16, 4, '#1f3a54')),
    ellipse(800, 458, 38, 26, '#2b211d') +
      line('M800 484v30M800 514q-34 34 -70 10M800 514q34 34 70 10', '#2b211d', 8),
    line('M700 500l-110 -16M700 520l-108 16M900 500l110 -16M900 520l108 16', '#f3e6d2', 4),
    path('M610 590Q800 690 990 590L1000 660Q800 760 600 660Z', '#2f5fa8') +
      path('M900 660L1010 860L930 880L850 690Z', '#2a5494') +
      line('M640 640Q800 716 960 640', '#86a9dd', 10),
    times(40, () =>
      line(`M${between(random, 620, 980)} ${between(random, 700, 960)}l6 12`, '#6d4a30', 3, 'opacity="0.5"'),
    ),
  ].join('');
};

const sitting = (coat: string): string =>
  path('M-170 300Q-200 60 -96 -40Q0 -90 96 -40Q200 60 170 300Z', coat) +
  ellipse(0, -120, 128, 112, coat) +
  path('M-122 -160L-112 -276L-40 -214Z M122 -160L112 -276L40 -214Z', coat) +
  path('M-104 -184L-100 -246L-62 -210Z M104 -184L100 -246L62 -210Z', '#d9a8a0') +
  ellipse(0, -88, 70, 50, '#ffffff', 'opacity="0.22"') +
  ellipse(-48, -128, 24, 20, '#d9c24a') +
  ellipse(48, -128, 24, 20, '#d9c24a') +
  ellipse(-48, -128, 7, 18, '#16181c') +
  ellipse(48, -128, 7, 18, '#16181c') +
  path('M-14 -92h28L0 -76Z', '#d98c86') +
  line('M0 -76v12M0 -64q-20 18 -38 6M0 -64q20 18 38 6', '#2b2d33', 4) +
  line('M-60 -80l-96 -12M-60 -68l-94 10M60 -80l96 -12M60 -68l94 10', '#f0f0f0', 3) +
  times(3, (stripe) => line(`M${-30 + stripe * 30} -226v34`, '#000000', 9, 'opacity="0.2"')) +
  ellipse(-70, 300, 62, 26, coat) +
  ellipse(70, 300, 62, 26, coat) +
  line('M168 270Q300 290 280 180Q272 120 310 110', coat, 44);

const cat: Scene = () =>
  [
    rect(0, 0, WIDTH, HEIGHT, '#b9d4cf'),
    rect(0, 820, WIDTH, 247, '#e6ddcb'),
    rect(140, 110, 360, 300, '#ffffff', 'rx="10"') +
      rect(168, 138, 304, 244, '#8fc0dc') +
      path('M168 330q90 -50 160 -10t144 -20v82h-304Z', '#3f8fae'),
    rect(1180, 140, 270, 360, '#f4efe4', 'rx="8"') +
      times(6, (row) => line(`M1220 ${200 + row * 46}h${190 - row * 20}`, '#5d6a70', 12 - row)),
    rect(540, 640, 520, 250, '#3f6d74', 'rx="40"') +
      rect(560, 420, 480, 300, '#4c7f86', 'rx="60"') +
      rect(500, 700, 90, 220, '#35595f', 'rx="30"') +
      rect(1010, 700, 90, 220, '#35595f', 'rx="30"'),
    line('M620 890v110M980 890v110', '#3b3f4a', 24),
    at(800, 470, sitting('#7d828c'), 1),
  ].join('');

const SPINES = [
  '#b6412f',
  '#2e5d7d',
  '#e9b44c',
  '#2f6b57',
  '#6d4a7a',
  '#d9c7a4',
  '#8b2f3c',
  '#394955',
  '#c98b6b',
  '#5d8a9c',
];

const books: Scene = (_, random) =>
  [
    rect(0, 0, WIDTH, HEIGHT, '#5a3f30'),
    glow(1150, 420, 800, '#ffdf9a', 0.5),
    [70, 330, 590]
      .map((top) => {
        let row = '';
        for (let x = 70; x < 1530; ) {
          const [w, h] = [between(random, 24, 58), between(random, 140, 206)];
          row +=
            rect(x, top + 220 - h, w, h, oneOf(random, SPINES), 'rx="3"') +
            rect(x, top + 220 - h + 20, w, 9, '#ffffff', 'opacity="0.35"') +
            rect(x, top + 186, w, 6, '#000000', 'opacity="0.15"');
          x += w + (random() < 0.08 ? 44 : 3);
        }
        return row + rect(40, top + 220, 1520, 26, '#7c5a41');
      })
      .join(''),
    rect(0, 900, WIDTH, 167, '#3d2c24'),
    at(
      980,
      800,
      rect(-280, -260, 560, 420, '#a5472f', 'rx="90"') +
        rect(-230, -10, 460, 150, '#c05a3d', 'rx="50"') +
        rect(-340, -60, 130, 250, '#96402a', 'rx="50"') +
        rect(210, -60, 130, 250, '#96402a', 'rx="50"') +
        ellipse(0, 20, 190, 78, '#7d828c') +
        circle(-150, -6, 66, '#868b95') +
        path('M-204 -40L-206 -98L-160 -66Z M-100 -44L-98 -98L-142 -68Z', '#868b95') +
        line('M-180 -4q12 10 24 0M-136 -4q12 10 24 0', '#2b2d33', 5) +
        line('M170 50q60 10 20 50q-60 30 -180 16', '#7d828c', 36),
    ),
    at(
      330,
      880,
      rect(-26, -320, 14, 340, '#2c2320') +
        path('M-120 -320L-70 -460H32L82 -320Z', '#ffe2a6') +
        glow(-19, -330, 260, '#ffdf9a', 0.6),
    ),
  ].join('');

const garden: Scene = (_, random) =>
  [
    sky('day', random),
    hills('day'),
    rect(0, 560, WIDTH, 250, '#f2ece0') + rect(0, 548, WIDTH, 22, '#c9bfae'),
    fade('grass', ['#8fb46a', '#5d8a4c']),
    rect(0, 800, WIDTH, 267, 'url(#grass)'),
    path('M620 1067Q720 900 730 806H890Q900 900 1000 1067Z', '#d8c79c'),
    times(7, (slat) =>
      rect(
        700 + slat * 32,
        560 + Math.abs(slat - 3) * 12,
        22,
        260 - Math.abs(slat - 3) * 12,
        '#4c7f86',
        'rx="8"',
      ),
    ) +
      rect(690, 640, 240, 18, '#3f6d74') +
      rect(690, 760, 240, 18, '#3f6d74'),
    line('M640 820V420Q800 260 960 420V820', '#6b4f3a', 26),
    times(260, () => {
      const turn = between(random, 0, Math.PI);
      const [x, y] = [
        800 - Math.cos(turn) * 165 + between(random, -50, 50),
        480 - Math.sin(turn) * 150 + between(random, -46, 70),
      ];
      return at(
        x,
        y,
        ellipse(0, 0, 20, 11, oneOf(random, ['#3f7a45', '#5d9a55', '#2f6338'])),
        1,
        between(random, 0, 180),
      );
    }),
    times(44, () => {
      const turn = between(random, -0.2, Math.PI + 0.2);
      return rose(
        random,
        800 - Math.cos(turn) * 180 + between(random, -40, 40),
        480 - Math.sin(turn) * 155 + between(random, -30, 80),
      );
    }),
    times(60, () =>
      rose(
        random,
        random() < 0.5 ? between(random, 20, 600) : between(random, 1010, 1580),
        between(random, 810, 960),
      ),
    ),
    times(120, () =>
      line(
        `M${random() * WIDTH} ${between(random, 950, 1067)}l${between(random, -10, 10)} -34`,
        '#4c7a42',
        5,
      ),
    ),
  ].join('');

function rose(random: Random, x: number, y: number): string {
  const colour = oneOf(random, ['#d0345a', '#e86a86', '#b3223f', '#f3a3b2', '#e2546a']);
  return at(
    x,
    y,
    circle(0, 0, 22, colour) +
      circle(-3, -3, 14, '#ffffff', 'opacity="0.18"') +
      line('M-8 0a8 8 0 1 1 8 9a14 14 0 0 1 -14 -6', '#7d1630', 3, 'opacity="0.6"'),
    between(random, 0.7, 1.25),
    between(random, 0, 360),
  );
}

const market: Scene = (_, random) => {
  const stall = (x: number, colour: string, goods: readonly string[]): string =>
    at(
      x,
      0,
      line('M-200 420V960M200 420V960', '#7c5a41', 18) +
        times(8, (stripe) =>
          path(`M${-240 + stripe * 60} 330h60v120q-30 44 -60 0Z`, stripe % 2 ? '#f6f0e2' : colour),
        ) +
        rect(-246, 316, 492, 22, '#5d4a3a') +
        rect(-230, 720, 460, 250, '#a3764c') +
        rect(-230, 720, 460, 20, '#c4976a') +
        times(
          3,
          (crate) =>
            rect(-214 + crate * 146, 650, 132, 78, '#c9a06c', 'rx="4"') +
            times(14, (one) =>
              circle(
                -196 + crate * 146 + (one % 5) * 24,
                664 - Math.floor(one / 5) * 20,
                17,
                goods[crate] ?? colour,
              ),
            ),
        ) +
        times(3, (plank) => line(`M-230 ${780 + plank * 60}h460`, '#000000', 3, 'opacity="0.12"')),
    );
  return [
    rect(0, 0, WIDTH, HEIGHT, '#dfe7ea'),
    glow(800, 120, 900, '#ffffff', 0.9),
    path('M-40 240L800 20L1640 240V300H-40Z', '#6d5a4d') +
      path('M760 32L1250 160V232L700 110Z', '#e9dfc6') +
      line('M760 34L1250 160L1250 230L705 112Z', '#b9a988', 5),
    times(7, (beam) => line(`M${beam * 260} 300L${beam * 260 + 100} 210`, '#54443a', 16)),
    houses('day', random, 640, 0.7),
    rect(0, 640, WIDTH, 427, '#b8ae9f') +
      times(60, () =>
        ellipse(random() * WIDTH, between(random, 900, 1060), 44, 12, '#000000', 'opacity="0.05"'),
      ),
    stall(290, '#c8452f', ['#e0662f', '#d0345a', '#f2c62f']),
    stall(810, '#2e6d8c', ['#aebcc4', '#8da3b0', '#c9d3d9']),
    stall(1330, '#3f7a4a', ['#6da34a', '#8b4a6a', '#e9b44c']),
    times(4, (person) =>
      at(
        [120, 560, 1070, 1500][person] ?? 0,
        1010,
        figure(['#2f4a6b', '#8b3f4c', '#c98b3a', '#3f6d5a'][person] ?? '', random),
        1.1,
      ),
    ),
  ].join('');
};

const SKIN = ['#f2cfb0', '#d9a57c', '#a66f4a', '#6f4630', '#e8b98f'];

const figure = (coat: string, random: Random): string =>
  rect(-26, -20, 22, 60, '#30343f', 'rx="8"') +
  rect(4, -20, 22, 60, '#30343f', 'rx="8"') +
  path('M-52 -10Q-56 -150 0 -156Q56 -150 52 -10Z', coat) +
  circle(0, -186, 34, oneOf(random, SKIN)) +
  path(
    'M-36 -186Q-36 -228 0 -228T36 -186Q0 -210 -36 -186Z',
    oneOf(random, ['#2b211d', '#6b4a30', '#c9a45c', '#8d8d92', '#40302a']),
  );

const concert: Scene = (_, random) =>
  [
    sky('night', random),
    houses('night', random, 620, 0.8),
    rect(0, 620, WIDTH, 447, '#1c2436'),
    line('M240 760V120M1360 760V120', '#3a2f2a', 18),
    line('M240 150Q520 330 800 250T1360 150', '#2b2d38', 4),
    times(15, (bulb) => {
      const x = 260 + bulb * 77;
      const y = 160 + Math.sin((bulb / 14) * Math.PI) * 118;
      return (
        glow(x, y + 16, 70, LAMP, 0.8) +
        circle(x, y + 16, 13, oneOf(random, ['#ffe9b0', '#ffc46a', '#ff9a6a', '#fff2d0']))
      );
    }),
    path('M420 860L500 720H1100L1180 860Z', '#7c5a41') + rect(420, 860, 760, 50, '#5a3f30'),
    glow(800, 640, 460, '#ffcf7a', 0.45),
    at(620, 760, figure('#2f6b57', random), 1) +
      at(
        620,
        690,
        path('M-20 0Q-70 10 -66 64Q0 100 40 50Q60 0 10 -10Z', '#c98b4a') +
          line('M20 0L110 -60', '#5d3f28', 12),
      ),
    at(800, 750, figure('#b6412f', random), 1) +
      at(
        790,
        690,
        path('M-30 -10q-40 40 0 80q40 20 70 -10q-10 -30 10 -50q-30 -40 -80 -20Z', '#e0b070') +
          circle(8, 24, 13, '#3a2620') +
          line('M40 0L130 -50', '#5d3f28', 11),
      ),
    at(980, 760, figure('#39507d', random), 1) +
      at(980, 700, rect(-36, -10, 62, 66, '#efe3c8', 'rx="10"') + line('M10 0L120 -90', '#3a2620', 9)),
    times(46, (head) => {
      const [x, y] = [(head % 23) * 74 + between(random, -20, 20), head < 23 ? 1000 : 1064];
      return circle(x, y - 60, 34, '#0c1220') + path(`M${x - 56} ${y + 40}q0 -84 56 -84t56 84Z`, '#0c1220');
    }),
    at(
      700,
      1018,
      circle(-14, -66, 12, '#4a3426') +
        circle(14, -66, 12, '#4a3426') +
        circle(0, -48, 28, '#4a3426') +
        rect(-26, -28, 52, 12, '#2f5fa8'),
    ),
  ].join('');

const oud: Scene = (_, random) =>
  [
    rect(0, 0, WIDTH, HEIGHT, '#6d4a44'),
    `<svg x="140" y="90" width="780" height="700" viewBox="0 260 1600 1436" preserveAspectRatio="xMidYMid slice">${sky('dusk', random)}${sea('dusk', random)}</svg>`,
    rect(120, 70, 820, 30, '#efe3cf') +
      rect(120, 780, 820, 40, '#efe3cf') +
      rect(120, 70, 30, 740, '#efe3cf') +
      rect(910, 70, 30, 740, '#efe3cf') +
      rect(518, 90, 22, 700, '#efe3cf') +
      rect(120, 420, 820, 20, '#efe3cf'),
    rect(0, 900, WIDTH, 167, '#4a3029'),
    at(
      1130,
      760,
      path('M0 -260Q-190 -170 -190 40Q-180 220 0 230Q180 220 190 40Q190 -170 0 -260Z', '#d9a55c') +
        path('M0 -260Q190 -170 190 40Q180 220 0 230Q120 100 0 -260Z', '#000000', 'opacity="0.12"') +
        rect(-26, -520, 52, 290, '#3a2620', 'rx="8"') +
        circle(0, -40, 66, '#4a2c1c') +
        circle(0, -40, 66, 'none', 'stroke="#8b5a30" stroke-width="10" stroke-dasharray="8 8"') +
        circle(-84, 70, 20, '#4a2c1c') +
        circle(84, 70, 20, '#4a2c1c') +
        rect(-70, 140, 140, 22, '#3a2620', 'rx="6"') +
        times(6, (string) => line(`M${-20 + string * 8} -500L${-45 + string * 18} 148`, '#f3e6c8', 2)) +
        path('M-26 -520L-96 -640L-40 -660L26 -520Z', '#3a2620') +
        times(4, (peg) => line(`M${-50 - peg * 12} ${-560 - peg * 22}l-40 14`, '#8b5a30', 10)),
      1,
      14,
    ),
  ].join('');

const engine: Scene = (_, random) =>
  [
    table('#4a5560', '#7c5a41'),
    glow(420, 240, 620, '#ffe0a0', 0.6),
    line('M420 0V140', '#22262e', 8) + path('M330 220L370 140H470L510 220Z', '#2f6b57'),
    times(9, (tool) =>
      at(
        880 + tool * 78,
        150,
        line(`M0 0V${110 + (tool % 3) * 40}`, '#aab0b4', 12) +
          circle(0, 120 + (tool % 3) * 40, 20, 'none', 'stroke="#aab0b4" stroke-width="12"'),
      ),
    ),
    rect(470, 500, 620, 270, '#3f7a5a', 'rx="20"') + rect(520, 400, 520, 120, '#35684c', 'rx="14"'),
    times(
      4,
      (head) =>
        rect(548 + head * 122, 340, 92, 72, '#2f5a42', 'rx="8"') +
        rect(572 + head * 122, 306, 44, 40, '#c9a24a', 'rx="6"'),
    ),
    line('M560 330V270H1010V330', '#c9a24a', 20) + line('M1090 560H1230V700', '#c9a24a', 22),
    circle(430, 640, 150, '#b6412f') +
      circle(430, 640, 116, '#8b2f22') +
      circle(430, 640, 44, '#c4c8cc') +
      times(6, (hole) => circle(430 + Math.cos(hole) * 82, 640 + Math.sin(hole) * 82, 18, '#5a1f16')),
    rect(690, 570, 220, 90, '#e9dfc6', 'rx="8"') + line('M720 604h160M720 630h110', '#35684c', 9),
    times(20, () =>
      ellipse(
        between(random, 400, 1300),
        between(random, 790, 1020),
        between(random, 10, 50),
        between(random, 5, 14),
        '#2b211d',
        'opacity="0.2"',
      ),
    ),
  ].join('');

const bicycle: Scene = (_, random) => {
  const wheel = (x: number, r: number) =>
    circle(x, 0, r, 'none', 'stroke="#25282f" stroke-width="18"') +
    circle(x, 0, 12, '#aab0b4') +
    times(12, (spoke) =>
      line(
        `M${x} 0L${x + Math.cos((spoke * Math.PI) / 6) * r} ${Math.sin((spoke * Math.PI) / 6) * r}`,
        '#c4c8cc',
        2.5,
      ),
    );
  return [
    sky('day', random),
    houses('day', random, 660, 0.95),
    rect(0, 660, WIDTH, 407, '#b8ae9f'),
    times(120, (stone) =>
      rect(
        (stone % 20) * 84 - (Math.floor(stone / 20) % 2) * 42,
        680 + Math.floor(stone / 20) * 66,
        78,
        58,
        '#000000',
        'opacity="0.05" rx="10"',
      ),
    ),
    ellipse(800, 1000, 560, 22, '#000000', 'opacity="0.2"'),
    at(
      800,
      870,
      wheel(-400, 124) +
        wheel(430, 100) +
        line('M-400 0L-210 -210L-40 0Z M-210 -210L10 -190L-40 0', '#c8452f', 20) +
        line('M-40 0L120 20H430', '#c8452f', 20) +
        line('M10 -190L-10 -300M-60 -300H40', '#25282f', 16) +
        line('M-210 -210V-250', '#25282f', 14) +
        path('M-270 -262Q-210 -290 -150 -254Q-210 -236 -270 -262Z', '#5a3f30') +
        path('M70 -150H420L400 10H100Z', '#b98a5c') +
        line('M80 -100H414M90 -46H408', '#8a5f3c', 6) +
        times(5, (bread) =>
          at(
            120 + bread * 62,
            -150,
            path('M-34 6Q-34 -60 0 -66T34 6Z', oneOf(random, ['#b9783d', '#c98b4a', '#a9652f'])),
            1,
          ),
        ) +
        circle(-40, 0, 34, '#3b3f4a'),
    ),
    gulls(random, 4),
  ].join('');
};

const night: Scene = (_, random) => harbour('night', random);
const stars: Scene = (_, random) =>
  [
    sky('night', random, false),
    times(220, () => star(random)),
    `<g transform="rotate(-24 800 300)" opacity="0.5">${glow(760, 300, 620, '#9fb4e6', 0.35)}${times(240, () => circle(between(random, 60, 1600), 300 + between(random, -90, 90) * random(), between(random, 0.6, 1.8), '#ffffff'))}</g>`,
    sea('night', random, 760, false),
    path('M980 760Q1180 690 1600 700V760Z', '#0a1226'),
    rect(1330, 596, 22, 110, '#1c2740') +
      glow(1341, 590, 150, '#fff0b8', 0.8) +
      circle(1341, 590, 9, '#fff6d0'),
    '<linearGradient id="far" x1="1" x2="0"><stop offset="0" stop-color="#fff0b8" stop-opacity="0.5"/><stop offset="1" stop-color="#fff0b8" stop-opacity="0"/></linearGradient>' +
      path('M1341 590L500 500V650Z', 'url(#far)'),
    times(60, () =>
      line(
        `M${random() * WIDTH} ${between(random, 940, 1050)}q40 -10 80 0`,
        '#5fe0e8',
        3,
        `opacity="${between(random, 0.15, 0.6)}"`,
      ),
    ),
  ].join('');

const SCENES = {
  beach,
  bicycle,
  birds,
  books,
  bread,
  cat,
  concert,
  cups,
  engine,
  ferry,
  fish,
  garden,
  harbour,
  heron,
  lighthouse,
  market,
  night,
  oud,
  plush,
  ramen,
  rolls,
  sea: open,
  seal,
  stars,
  stew,
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof SCENES;

const isScene = (word: string): word is SceneName => Object.hasOwn(SCENES, word);

/**
 * The picture of these words, such as `harbour dawn`, as SVG; another seed draws other houses.
 * @throws {Error} if there is no such scene
 */
export function sceneOf(words: string, seed: string): string {
  const [name = '', hour = 'day'] = words.split(' ');
  if (!isScene(name) || !isHour(hour)) throw new Error(`There is no picture of “${words}”.`);
  return svg(SCENES[name](hour, randomOf(seed)));
}
