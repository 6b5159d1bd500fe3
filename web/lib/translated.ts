/**
 * A page that the browser translates: it puts a `<font>` element in the place of each text node, and of each new one as it
 * comes. lit-html writes a changed text into the node that it made, and inserts before the node that stood behind an
 * expression; both may be gone, so that an error never appears and a counter stands. Here no text is written into what is
 * not there, and behind each expression stands a comment, which translators leave alone.
 *
 * That keeps pages going. What changes within a sentence stands in an element of its own, or the translation of the whole
 * sentence may keep the old word; numbers, codes and names are marked `translate="no"`.
 */
import { noChange } from 'lit-html';
import { type ChildPart, Directive, directive, type PartInfo, PartType } from 'lit-html/directive.js';

/** The DOM's, said here because catalogues are read also where there is none: by the build, and the service worker. */
declare const Text: new (data: string) => { data: string; readonly parentNode: object | null };

/** A text in a node of its own, which is made anew once it is gone. */
class LastingText extends Directive {
  readonly #isChild: boolean;
  #node: InstanceType<typeof Text> | undefined;
  #text: unknown;

  constructor(info: PartInfo) {
    super(info);
    this.#isChild = info.type === PartType.CHILD;
  }

  render(text: unknown): unknown {
    return text;
  }

  override update(_part: ChildPart, [text]: [unknown]): unknown {
    if (!this.#isChild) return text;
    if (text === this.#text) return noChange;
    this.#text = text;
    if (this.#node?.parentNode) this.#node.data = String(text);
    else this.#node = new Text(String(text));
    return this.#node;
  }
}

const lastingText = directive(LastingText);

/** A text that is written anew where its node is gone; everything else as it is. */
export function lasting(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lasting);
  return typeof value === 'string' || typeof value === 'number' ? lastingText(value) : value;
}

const known = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

/** The template with a comment behind each expression that is followed by text. */
export function withEnds(strings: TemplateStringsArray): TemplateStringsArray {
  const before = known.get(strings);
  if (before !== undefined) return before;
  let isInTag = false;
  const ended = strings.map((text, index) => {
    const isBehindChild = index > 0 && !isInTag;
    isInTag = endsInTag(text, isInTag);
    return isBehindChild && /^[^<]/.test(text) ? `<!---->${text}` : text;
  });
  const made = Object.assign(ended, { raw: strings.raw });
  known.set(strings, made);
  return made;
}

/** Whether a piece of a template ends between `<` and `>`. */
function endsInTag(text: string, isInTag: boolean): boolean {
  const last = Math.max(text.lastIndexOf('<'), text.lastIndexOf('>'));
  return last < 0 ? isInTag : text[last] === '<';
}
