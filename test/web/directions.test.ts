/** The stylesheets say "start" and "end", never "left" and "right": a page in Arabic is a mirrored one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const WEB = join(import.meta.dirname, '../../web');
const SHEETS = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.css'));

/** What has a left and a right in every language, by its sheet. */
const PHYSICAL = new Map<string, readonly string[]>();

describe('a stylesheet names no left and no right', () => {
  it.for(SHEETS)('%s', (path) => {
    const allowed = PHYSICAL.get(path) ?? [];
    const found = physicalIn(readFileSync(join(WEB, path), 'utf8'));
    expect(found.filter((declaration) => !allowed.includes(declaration))).toEqual([]);
    expect(allowed.filter((declaration) => !found.includes(declaration))).toEqual([]);
  });

  it.for([
    'margin-left: 4px',
    'left: 0',
    'text-align: right',
    'float: left',
    'border-left: 1px solid',
    'border-top-left-radius: 4px',
    'padding: 1px 2px 3px 4px',
    'margin: 0 auto 0 -8px',
    'inset: auto auto 0 0',
    'inset: calc(1px + 2px) 0 0 max(1px, 2px)',
    'border-radius: 4px 0 0 4px',
    'border-width: 0 1px 0 2px',
    'background: linear-gradient(to right, red, blue)',
    'background: linear-gradient(90deg, red, blue)',
    'transform-origin: left',
    'box-shadow: 2px 0 4px red',
    'transform: translateX(4px)',
    'transform: translate(4px, 0)',
  ])('as this test finds in %s', (declaration) => {
    expect(physicalIn(`.x { color: red; ${declaration}; }`)).toEqual([declaration]);
  });

  it.for([
    'margin-inline-start: 4px',
    'padding: 1px 2px 3px 2px',
    'border-radius: 0 0 4px 4px',
    'box-shadow: 0 1px 2px rgb(0 0 0 / 4%)',
    'text-align: start',
    'transform: translateY(4px)',
    'background: linear-gradient(transparent, red 20px)',
  ])('as this test does not find in %s', (declaration) => {
    expect(physicalIn(`.x { ${declaration}; }`)).toEqual([]);
  });

  it('unless what moves along the line is mirrored', () => {
    const mirrored = '.x { transform: translateX(4px); } .x:dir(rtl) { transform: translateX(-4px); }';
    expect(physicalIn(mirrored)).toEqual([]);
  });
});

/** The declarations that would not be mirrored with the page. */
function physicalIn(sheet: string): string[] {
  const rules = [...sheet.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]*)\{([^{}]*)/g)].map(
    ([, selector = '', body = '']) => ({ selector: selector.trim(), body }),
  );
  const mirrored = rules.filter(({ selector }) => selector.includes(':dir(rtl)'));
  const isMirrored = (selector: string) =>
    mirrored.some((rule) => rule.selector.replaceAll(':dir(rtl)', '') === selector);
  return rules.flatMap(({ selector, body }) => {
    const declarations = body
      .split(';')
      .map((declaration) => declaration.replace(/\s+/g, ' ').trim())
      .filter((declaration) => declaration.includes(':'));
    if (selector.includes(':dir(rtl)') || isMirrored(selector)) {
      return declarations.filter(
        (declaration) => isPhysical(declaration) && !declaration.startsWith('trans'),
      );
    }
    return declarations.filter(isPhysical);
  });
}

function isPhysical(declaration: string): boolean {
  const [property = '', value = ''] = declaration.split(/:\s*(.*)/s);
  if (property.startsWith('--')) return property === '--shadow' && hasSideShadow(value);
  if (/(^|-)(left|right)(-|$)/.test(property) || /(^|[\s(])(left|right)\b/.test(value)) return true;
  if (/^(margin|padding|inset|border-(width|style|color))$/.test(property)) {
    const [, right, , left] = partsOf(value);
    return left !== undefined && left !== right;
  }
  if (property === 'border-radius') {
    const [topLeft, topRight, bottomRight = topLeft, bottomLeft = topRight] = partsOf(value);
    return topRight !== undefined && (topLeft !== topRight || bottomRight !== bottomLeft);
  }
  if (property === 'box-shadow' || property === 'text-shadow') return hasSideShadow(value);
  if (/gradient\(\s*(-?90|270|45|135)deg/.test(value)) return true;
  return /translateX\(|translate\(\s*-?[1-9]|translate3d\(\s*-?[1-9]/.test(value);
}

/** Whether a shadow falls to one side. */
const hasSideShadow = (value: string): boolean =>
  split(value, ',').some((shadow) => /^-?[1-9]/.test(shadow.replace(/^inset\s+/, '')));

/** A shorthand's values; what stands in brackets is one. */
const partsOf = (value: string): string[] => split(value, ' ');

function split(value: string, separator: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of value.trim()) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === separator && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}
