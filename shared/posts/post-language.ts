/**
 * The languages that a post can be said to be in: the first subtag of BCP 47 alone, as ISO 639 has it. It tells browsers,
 * voices and translators what they read; a post without one is in whatever they take it for.
 */
export const POST_LANGUAGES: readonly string[] =
  /* @__PURE__ */ `ab af ak am an ar as ast ay az ba be bg bm bn bo br bs ca ce ceb chr ckb co cs cv cy da de dv dz ee el en eo
  es et eu fa ff fi fil fo fr fy ga gd gl gn gsw gu ha haw he hi hr hsb ht hu hy id ig is it iu ja jv ka kab ki
  kk kl km kn ko ks ku kv ky la lb lg ln lo lt lv mg mi mk ml mn mr ms mt my nb nds ne nl nn nso nv ny oc om or
  os pa pl ps pt qu rm rn ro ru rw sa sc sd se si sk sl sm sn so sq sr ss st su sv sw szl ta te tg th ti tk tn
  to tr ts tt ug uk ur uz ve vi wa wo xh yi yo yue zh zu`.split(/\s+/);

/** The language of posts that a language tag belongs to, if it is one of them. */
export function postLanguageOf(tag: string): string | undefined {
  const [first = ''] = tag.toLowerCase().split('-');
  return POST_LANGUAGES.includes(first) ? first : undefined;
}
