/** What pictures of the village are drawn with, as SVG: 1600 by 1067, flat shapes, and light by the hour. */
import { hash } from 'node:crypto';

export const WIDTH = 1600;
export const HEIGHT = 1067;

/** Numbers from 0 to 1 that are the same for the same seed, so that a picture is the same whenever it is drawn. */
export type Random = () => number;

/** Mulberry32, seeded by a text. */
export function randomOf(seed: string): Random {
  let state = Number.parseInt(hash('sha256', seed).slice(0, 8), 16);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const between = (random: Random, least: number, most: number): number =>
  least + (most - least) * random();

export const oneOf = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

export const times = (count: number, draw: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => draw(at)).join('');

/** A short number: SVG needs no more. */
const n = (value: number): string => String(Math.round(value * 10) / 10);

export const rect = (x: number, y: number, w: number, h: number, fill: string, more = ''): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}" ${more}/>`;

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = ''): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`;

export const circle = (x: number, y: number, r: number, fill: string, more = ''): string =>
  ellipse(x, y, r, r, fill, more);

export const path = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}" ${more}/>`;

export const line = (d: string, colour: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;

export const at = (x: number, y: number, content: string, scale = 1, turn = 0): string =>
  `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)}) scale(${scale})">${content}</g>`;

export const veil = (colour: string, opacity: number): string =>
  rect(0, 0, WIDTH, HEIGHT, colour, `opacity="${opacity}"`);

/** A gradient from top to bottom, by the name under which shapes are filled with it: `url(#name)`. */
export const fade = (name: string, colours: readonly string[]): string =>
  `<linearGradient id="${name}" x1="0" y1="0" x2="0" y2="1">${colours
    .map((colour, at) => `<stop offset="${n((at / (colours.length - 1)) * 100)}%" stop-color="${colour}"/>`)
    .join('')}</linearGradient>`;

/** A glow around a lamp, a sun or a moon. */
export const glow = (x: number, y: number, r: number, colour: string, opacity = 0.6): string => {
  const name = `glow${n(x)}-${n(y)}`.replaceAll('.', '_');
  return `<radialGradient id="${name}"><stop offset="0" stop-color="${colour}" stop-opacity="${opacity}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>${circle(x, y, r, `url(#${name})`)}`;
};

/** Drawn at three quarters: half the work, and more than any page shows. */
const SHOWN = 0.75;

export function svg(content: string, width = WIDTH, height = HEIGHT): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width * SHOWN)}" height="${n(height * SHOWN)}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
}

/** How the hour lights things: sky and water from top to bottom, what lies far away, and a veil over all that is near. */
type Light = {
  sky: readonly string[];
  sea: readonly string[];
  far: string;
  veil: readonly [string, number];
  /** Whether windows and lamps are on. */
  lamps: boolean;
  sun?: { x: number; y: number; r: number; colour: string };
  clouds?: string;
};

export const HOURS = {
  dawn: {
    sky: ['#9fb8d6', '#e6c9d2', '#fbd9bd'],
    sea: ['#e8c9bd', '#8fb0c4', '#4f7d98'],
    far: '#7f8fa8',
    veil: ['#d98f7a', 0.12],
    lamps: false,
    sun: { x: 1080, y: 520, r: 62, colour: '#ffe6c2' },
    clouds: '#f6dcd6',
  },
  day: {
    sky: ['#5fa9d8', '#a4d2ea', '#e3f1f2'],
    sea: ['#86c3d6', '#3f8fae', '#236b8c'],
    far: '#86a99f',
    veil: ['#ffffff', 0],
    lamps: false,
    sun: { x: 1290, y: 170, r: 60, colour: '#fff6d8' },
    clouds: '#ffffff',
  },
  dusk: {
    sky: ['#3c4a78', '#b4668a', '#f7a66a'],
    sea: ['#e5946a', '#7a5a80', '#2f3b63'],
    far: '#5a4a70',
    veil: ['#3b2a5c', 0.26],
    lamps: true,
    sun: { x: 420, y: 545, r: 76, colour: '#ffd391' },
    clouds: '#d97f86',
  },
  night: {
    sky: ['#0b1430', '#15254c', '#2b4169'],
    sea: ['#223a60', '#152748', '#0b1530'],
    far: '#1a2a4a',
    veil: ['#0a1436', 0.5],
    lamps: true,
    sun: { x: 1220, y: 180, r: 44, colour: '#f4f0dc' },
  },
  fog: {
    sky: ['#cfd6d8', '#dde2e2', '#e6e9e7'],
    sea: ['#dfe3e2', '#c3cdcf', '#a9b7bb'],
    far: '#ccd4d5',
    veil: ['#e2e6e5', 0.42],
    lamps: false,
  },
  storm: {
    sky: ['#2c3540', '#4a5661', '#77838a'],
    sea: ['#66767d', '#3d4d57', '#26333d'],
    far: '#47545d',
    veil: ['#2a3540', 0.32],
    lamps: true,
    clouds: '#5b6770',
  },
} as const satisfies Record<string, Light>;

export type Hour = keyof typeof HOURS;

export const isHour = (word: string): word is Hour => word in HOURS;

export const lightAt = (hour: Hour): Light => HOURS[hour];
