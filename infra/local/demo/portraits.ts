/** The villagers' faces, drawn on the spot: 512 pixels square. */
import { circle, ellipse, fade, line, path, rect, svg, times } from './drawing.ts';

/** How somebody looks; colours as in CSS. */
export type Look = {
  skin: string;
  hair: keyof typeof HAIR;
  hairColour: string;
  coat: string;
  /** Behind them, from top to bottom. */
  ground: readonly [string, string];
  extras?: readonly (keyof typeof EXTRAS)[];
};

/** What is behind the head, and what before it. */
const HAIR = {
  short: (c: string) => [
    '',
    path('M150 232Q140 110 256 108Q372 110 362 232Q346 176 300 168Q230 176 190 164Q158 186 150 232Z', c),
  ],
  curly: (c: string) => [
    '',
    times(13, (curl) => circle(150 + curl * 17.7, 178 - Math.sin((curl / 12) * Math.PI) * 72, 33, c)),
  ],
  bob: (c: string) => [
    path('M138 220Q136 100 256 98Q376 100 374 220V330Q350 350 330 330V200H182V330Q160 350 138 330Z', c),
    path('M152 236Q150 118 256 116Q362 118 360 236Q340 170 256 168Q176 172 152 236Z', c),
  ],
  long: (c: string) => [
    path('M132 220Q130 94 256 92Q382 94 380 220V440Q256 480 132 440Z', c),
    path('M154 246Q144 118 256 114Q368 118 358 246Q346 190 256 150Q176 180 154 246Z', c),
  ],
  bun: (c: string) => [
    circle(256, 92, 46, c),
    path('M150 236Q144 112 256 112Q368 112 362 236Q340 164 256 162Q172 164 150 236Z', c),
  ],
  bald: (c: string) => [
    '',
    path('M150 250Q142 210 156 186Q160 220 166 250Z M362 250Q370 210 356 186Q352 220 346 250Z', c),
  ],
  tuft: (c: string) => [
    '',
    path('M156 214Q160 120 256 112Q352 120 356 214Q340 150 290 150Q276 120 236 142Q190 140 156 214Z', c),
  ],
  braids: (c: string) => [
    [150, 362].map((x) => times(5, (part) => circle(x, 270 + part * 34, 23 - part * 2, c))).join(''),
    path('M148 240Q142 110 256 108Q370 110 364 240Q346 166 262 160L256 120L250 160Q168 166 148 240Z', c),
  ],
  headscarf: (c: string) => [
    path('M122 262Q110 84 256 82Q402 84 390 262Q400 400 350 430H162Q112 400 122 262Z', c),
    path(
      'M150 262Q146 128 256 124Q366 128 362 262Q366 330 322 372Q400 340 392 250Q392 84 256 82Q120 84 120 250Q112 340 190 372Q146 330 150 262Z',
      c,
    ),
  ],
} satisfies Record<string, (colour: string) => [string, string] | string[]>;

const EXTRAS = {
  glasses: () =>
    [198, 314].map((x) => circle(x, 252, 36, 'none', 'stroke="#2f3540" stroke-width="7"')).join('') +
    line('M234 250q22 -10 44 0', '#2f3540', 7),
  beard: ({ hairColour }: Look) =>
    path(
      'M152 262Q160 400 256 408Q352 400 360 262Q346 318 312 320Q256 296 200 320Q166 318 152 262Z',
      hairColour,
    ) + path('M216 336q40 24 80 0q-8 26 -40 26t-40 -26Z', '#7a3b36'),
  moustache: ({ hairColour }: Look) =>
    path('M196 322Q226 288 256 306Q286 288 316 322Q286 326 256 318Q226 326 196 322Z', hairColour),
  cap: () =>
    path('M146 200Q140 92 256 90Q372 92 366 200Q256 168 146 200Z', '#24405e') +
    path('M140 202Q256 160 372 202Q380 226 340 222Q256 196 172 222Q132 226 140 202Z', '#1a2f47') +
    circle(256, 140, 19, '#e9b44c'),
  beanie: () =>
    path('M144 214Q136 84 256 82Q376 84 368 214Z', '#b6412f') + rect(136, 188, 240, 42, '#8f2f22', 'rx="18"'),
  hat: () =>
    ellipse(256, 184, 176, 34, '#c9a45c') +
    path('M166 184Q170 78 256 76Q342 78 346 184Z', '#d9b76c') +
    path('M168 168Q256 190 344 168V186Q256 206 168 186Z', '#7a3b36'),
  freckles: () =>
    times(10, (spot) =>
      circle(
        182 + (spot % 5) * 11 + (spot > 4 ? 104 : 0),
        292 + (spot % 2) * 10,
        3.4,
        '#a85f3a',
        'opacity="0.6"',
      ),
    ),
  apron: () =>
    path('M176 512V452Q256 480 336 452V512Z', '#f6f0e2') +
    line('M180 456L170 410M332 456L342 410', '#f6f0e2', 10),
  scarf: () => path('M168 404Q256 452 344 404L352 452Q256 500 160 452Z', '#e0a03a'),
  earrings: () => circle(146, 300, 9, '#e9b44c') + circle(366, 300, 9, '#e9b44c'),
} satisfies Record<string, (look: Look) => string>;

/** @returns SVG */
export function portraitOf(look: Look): string {
  const { skin, hair, hairColour, coat, ground, extras = [] } = look;
  const [behind = '', before = ''] = HAIR[hair](hairColour);
  const face = [
    rect(216, 340, 80, 90, skin) + rect(216, 372, 80, 30, '#000000', 'opacity="0.12"'),
    path('M60 512Q70 420 190 408Q256 470 322 408Q442 420 452 512Z', coat),
    path('M190 408Q256 470 322 408L300 396Q256 432 212 396Z', '#ffffff', 'opacity="0.35"'),
    hair === 'headscarf' ? '' : ellipse(150, 268, 20, 30, skin) + ellipse(362, 268, 20, 30, skin),
    ellipse(256, 250, 106, 132, skin),
    ellipse(194, 304, 26, 17, '#e0605a', 'opacity="0.18"') +
      ellipse(318, 304, 26, 17, '#e0605a', 'opacity="0.18"'),
    ellipse(206, 252, 12, 15, '#22211f') +
      ellipse(306, 252, 12, 15, '#22211f') +
      circle(210, 246, 4, '#ffffff') +
      circle(310, 246, 4, '#ffffff'),
    line('M184 220q22 -14 44 -2M284 218q22 -12 44 2', hair === 'headscarf' ? '#3a2a22' : hairColour, 8),
    line('M256 262q-14 32 4 36', '#000000', 5, 'opacity="0.25"'),
    line('M214 330q42 36 84 0', '#8b3b36', 8),
  ].join('');
  const on = extras.map((extra) => EXTRAS[extra](look)).join('');
  return svg(
    fade('ground', ground) + rect(0, 0, 512, 512, 'url(#ground)') + behind + face + before + on,
    512,
    512,
  );
}
