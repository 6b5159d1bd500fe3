/**
 * All that Nod says, in German: informal „du“, quotation marks „…“.
 *
 * phone: Handy · account: Konto · sign in, out: anmelden, abmelden; to end a session is abmelden, too, so that nobody has
 * to know what a session is · register: registrieren · approve, deny: freigeben, ablehnen; a nod: ein Ja (nicken only
 * where the name is played with) · the way in: Zugang · number: Zahl · code to scan: QR-Code · recovery code:
 * Wiederherstellungscode · passkey: Passkey · provider: Anbieter · link, unlink: verknüpfen, trennen · username:
 * Benutzername · post: Beitrag, posten · hide, show again: ausblenden, wieder einblenden · take back: rückgängig machen ·
 * receipt: Beleg · ring: klingeln · practice phone: Übungshandy.
 *
 * Shared sentences (see the functions below) differ in one part that is the same in all of them.
 *
 * Soft hyphens stand where no browser hyphenates: in buttons, and in titles for browsers without a dictionary.
 */

import type { Missing } from '../../shared/errors.ts';
import type { Act } from '../../shared/sessions/acts.ts';
import { html, type View } from '../lib/html.ts';
import { count, plural } from '../lib/language.ts';
import type { Messages } from '../lib/messages.ts';
import type { Wait } from '../lib/problem-sentence.ts';

/** What is asked for, behind a modal verb that is not at the end: "möchte", "wollte", "darf". */
const ACTS: Record<Act, string> = {
  add_phone: 'ein Handy hinzufügen',
  remove_phone: 'ein Handy entfernen',
  new_recovery_code: 'einen neuen Wiederherstellungscode erstellen',
  add_link: 'ein Konto verknüpfen',
  remove_link: 'ein verknüpftes Konto trennen',
  not_me: 'einen Browser abmelden und rückgängig machen, was er getan hat',
};

/** A section with calls in it, which a script that does not say it is to be built without. */
const section = <Section>(make: () => Section): Section => make();

/** The same sentence for each of them. */
/* @__NO_SIDE_EFFECTS__ */
const ofActs = <Entry>(entry: (act: string) => Entry): Record<Act, Entry> => ({
  add_phone: entry(ACTS.add_phone),
  remove_phone: entry(ACTS.remove_phone),
  new_recovery_code: entry(ACTS.new_recovery_code),
  add_link: entry(ACTS.add_link),
  remove_link: entry(ACTS.remove_link),
  not_me: entry(ACTS.not_me),
});

/** The same for signing in, too. */
/* @__NO_SIDE_EFFECTS__ */
const ofAll = <Entry>(entry: (act: string) => Entry): Record<Act | 'sign_in', Entry> => ({
  sign_in: entry('sich anmelden'),
  ...ofActs(entry),
});

/** The same, where the phone or the browser that it is about is named. */
/* @__NO_SIDE_EFFECTS__ */
const thenYouCan = (sentence: string) => ({
  add_phone: () => `${sentence} ${ACTS.add_phone}.`,
  remove_phone: (name: View) => html`${sentence} ${name} entfernen.`,
  new_recovery_code: () => `${sentence} ${ACTS.new_recovery_code}.`,
  add_link: () => `${sentence} ${ACTS.add_link}.`,
  remove_link: () => `${sentence} ${ACTS.remove_link}.`,
  not_me: (name: View) => html`${sentence} ${name} abmelden.`,
});

/** The same sentence of both, in cases in which neuter and masculine look the same: "dein", "deinem", "diesem". */
/* @__NO_SIDE_EFFECTS__ */
const ofMachines = <Entry>(entry: (machine: string) => Entry): Record<'phone' | 'computer', Entry> => ({
  phone: entry('Handy'),
  computer: entry('Computer'),
});

/** So many, and the verb: the rest of the sentence is the same. */
const some = (number: number, one: string, many: string): string =>
  plural(number, { one: `Ein ${one}`, other: `${count(number)} ${many}` });
const browsersAre = (browsers: number): string => some(browsers, 'Browser ist', 'Browser sind');
const browsersWere = (browsers: number): string => some(browsers, 'Browser wurde', 'Browser wurden');
const changes = (number: number, where: string): string =>
  `${some(number, 'Änderung', 'Änderungen')} ${where}`;
const postsAre = (posts: number): string => some(posts, 'Beitrag ist', 'Beiträge sind');
const postsWere = (posts: number): string => some(posts, 'Beitrag wurde', 'Beiträge wurden');

export const pages: Messages['pages'] = {
  home: { title: 'Nod', description: 'Ein Mikroblog, bei dem ein Ja von deinem Handy zum Anmelden genügt.' },
  signin: { title: 'Anmelden · Nod', description: 'Melde dich mit deinem Handy bei Nod an.' },
  register: {
    title: 'Registrieren · Nod',
    description: 'Wähle einen Namen und mach dein Handy zum Zugang. Ohne Passwort.',
  },
  social: {
    title: 'Anmeldung läuft · Nod',
    description: 'Der Rückweg von einem Anbieter, über den du dich anmeldest.',
  },
  account: {
    title: 'Konto · Nod',
    description: 'Wo du angemeldet bist, und mit welchen Handys du dich anmeldest.',
  },
  activity: {
    title: 'Aktivitäten · Nod',
    description: 'Was in den letzten 90 Tagen mit deinem Konto geschah.',
  },
  hidden: { title: 'Stumm und blockiert · Nod', description: 'Wen du stummgeschaltet und blockiert hast.' },
  code: {
    title: 'Dein Wiederherstellungscode · Nod',
    description: 'Der Code, mit dem du wieder in dein Konto kommst, wenn dein Handy weg ist.',
  },
  recover: {
    title: 'Handy verloren? · Nod',
    description: 'Mach mit deinem Wiederherstellungscode ein anderes Handy zum Zugang.',
  },
  phone: { title: 'Dein Handy · Nod', description: 'Gib Anmeldungen mit diesem Handy frei.' },
  profile: { title: 'Profil · Nod', description: 'Alle Beiträge einer Person.' },
  post: { title: 'Beitrag · Nod', description: 'Ein einzelner Beitrag.' },
  people: { title: 'Follower · Nod', description: 'Wer jemandem folgt, und wem die Person folgt.' },
  search: { title: 'Suche · Nod', description: 'Beiträge, Personen und Tags finden.' },
  tag: { title: 'Tag · Nod', description: 'Beiträge mit einem Tag.' },
  saved: { title: 'Gemerkt · Nod', description: 'Die Beiträge, die du dir gemerkt hast.' },
  notices: {
    title: 'Neues · Nod',
    description: 'Wer dir folgt, dich erwähnt und dir antwortet, und was sich an deinem Konto ändert.',
  },
  chats: { title: 'Nachrichten · Nod', description: 'Was du und andere einander schreiben.' },
  offline: { title: 'Keine Verbindung · Nod', description: 'Steht hier, solange Nod nicht erreichbar ist.' },
  'not-found': { title: 'Nicht gefunden · Nod', description: 'Diese Seite gibt es nicht.' },
};

export const noscript: Messages['noscript'] = {
  needed: 'Nod braucht JavaScript, um mit deinem Handy zu sprechen. Schalte es ein und lade diese Seite neu.',
  toWrite:
    'Schalte JavaScript ein, um dich anzumelden oder zu schreiben: Nod braucht es, um mit deinem Handy zu sprechen.',
};

export const layout: Messages['layout'] = {
  skip: 'Zum Inhalt springen',
  logo: 'Nod, Startseite',
  places: 'Hauptnavigation',
  home: 'Start',
  approve: 'Freigeben',
  browsersWait: (browsers) =>
    plural(browsers, { one: '(ein Browser wartet)', other: `(${count(browsers)} Browser warten)` }),
  signIn: 'Anmelden',
  register: 'Registrieren',
  postsOf: (username) => html`${username}, deine Beiträge`,
  browserWaits: 'Ein Browser wartet auf dein Ja. Öffne „Freigeben“.',
  offline: 'Du bist offline.',
  offlineMore: 'Was du siehst, ist vielleicht nicht mehr aktuell.',
  silent: 'Nod ist nicht erreichbar',
  silentMore: 'Diese Seite ist gesperrt und öffnet sich von selbst, sobald es wieder geht.',
  silentBar: 'Nod ist nicht erreichbar.',
  silentBarMore: 'Du kannst weiterlesen und wieder posten, sobald Nod antwortet.',
  away: 'Dein Handy ist nicht da',
  awayMore:
    'Dieser Browser ist nur angemeldet, solange dein Handy da ist. Öffne Nod wieder auf deinem Handy, dann geht es hier von selbst weiter.',
  awayBar: 'Dein Handy ist nicht da.',
  awayBarMore: 'Du kannst weiterlesen. Um zu posten, öffne Nod wieder auf deinem Handy.',
  signOut: 'Abmelden',
  cookiesNeeded:
    'Zum Anmelden braucht Nod Cookies. Erlaube sie für diese Website in den Einstellungen deines Browsers und lade diese Seite neu.',
  theme: 'Design',
  themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
};

export const common: Messages['common'] = {
  space: ' ',
  cancel: 'Abbrechen',
  tryAgain: 'Erneut versuchen',
  loadMore: 'Mehr laden',
  keep: 'Doch nicht',
  listFailed: 'Die Liste ließ sich nicht laden.',
  phoneNameMissing: 'Gib dem Handy einen Namen, zum Beispiel „Mein Handy“.',
  morePosts: (posts) =>
    plural(posts, { one: '1 weiterer Beitrag.', other: `${count(posts)} weitere Beiträge.` }),
  postsShown: (posts) => `${postsAre(posts)} wieder eingeblendet.`,
};

const tryAgain = (wait: Wait | undefined): string =>
  wait === undefined
    ? 'Versuche es in einer Minute noch einmal.'
    : plural(wait.minutes, {
        one: `Ab ${wait.at} geht es wieder, in einer Minute.`,
        other: `Ab ${wait.at} geht es wieder, in ${count(wait.minutes)} Minuten.`,
      });

const ticketUsed = {
  link: 'Dieser Link wurde schon verwendet. Beginne in deinem Browser neu.',
  code: 'Dieser Wiederherstellungscode wurde inzwischen verwendet oder ersetzt.',
  phone: 'Dieses Handy wurde inzwischen entfernt.',
};

const nothingFound: Record<Missing, string> = {
  phone: 'Dieses Handy gibt es nicht.',
  session: 'Dieser Browser ist nicht angemeldet.',
  signin: 'Diese Anmeldung gibt es nicht.',
  recovery: 'Diese Wiederherstellung gibt es nicht.',
  link: 'Dieses verknüpfte Konto gibt es nicht.',
  receipt: 'Dazu gibt es keinen Beleg.',
  browser: 'Dieser Browser ist nicht oder nicht mehr bekannt.',
  post: 'Diesen Beitrag gibt es nicht.',
  message: 'Diese Nachricht gibt es nicht.',
  image: 'Dieses Bild gibt es nicht.',
  user: 'Niemand heißt so.',
  route: 'Diese Seite gibt es nicht.',
  thing: 'Das gibt es nicht oder nicht mehr.',
};

export const problems: Messages['problems'] = {
  unreachable: 'Nod ist nicht erreichbar. Prüfe deine Verbindung und versuche es noch einmal.',
  muchAtOnce: (wait) => `Das war viel auf einmal. ${tryAgain(wait)}`,
  failed: 'Bei uns hat etwas nicht geklappt. Versuche es gleich noch einmal.',
  refused: 'Nod hat das nicht getan. Lade diese Seite neu und versuche es noch einmal.',

  fields: {
    username: 'Ein Benutzername hat 3 bis 20 Zeichen: Buchstaben a–z, Ziffern oder _.',
    displayName: 'Ein Name hat 1 bis 50 Zeichen in einer Zeile, mindestens eins davon sichtbar.',
    name: 'Der Name eines Handys hat 1 bis 40 Zeichen in einer Zeile, mindestens eins davon sichtbar.',
    body: 'Ein Beitrag hat 1 bis 500 Zeichen, mindestens eins davon sichtbar.',
    code: 'In diesem Code ist ein Tippfehler. Vergleiche ihn Zeichen für Zeichen mit dem, was du notiert hast.',
    number: 'Die Zahl hat sechs Ziffern.',
  },
  invalidInput:
    'Nod konnte nicht lesen, was diese Seite gesendet hat. Lade sie neu und versuche es noch einmal.',

  codes: {
    not_signed_in: 'Melde dich zuerst an.',
    signed_in_as_other: 'Du bist unter einem anderen Namen angemeldet.',
    not_waiting: 'Dieser Browser wartet auf keine Anmeldung. Beginne bitte neu.',
    not_awaiting_input: 'Dieser Browser wartet auf keine Antwort. Beginne bitte neu.',
    not_a_phone: 'Dieses Handy ist nicht eingerichtet.',
    reauth_required: 'Bestätige, dass du es bist, und versuche es noch einmal.',
    phone_away: 'Dein Handy ist nicht da. Hol es zurück, dann geht es weiter.',
    blocked: 'Das geht hier nicht: Einer von euch hat den anderen blockiert.',
    user_disabled: 'Dieses Konto ist ausgeschaltet.',
    may_not_reply: 'Wer dieses Gespräch begonnen hat, hat festgelegt, wer antworten darf.',
    not_editable: ({ why }) =>
      why === 'late'
        ? 'Ein Beitrag lässt sich 24 Stunden lang bearbeiten.'
        : 'Dieser Beitrag wurde so oft bearbeitet, wie es geht.',
    too_many_hidden: ({ most }) =>
      `Das sind schon ${count(most)} Leute. Nimm jemanden zurück, bevor du noch jemanden hinzufügst.`,
    username_taken: 'Diesen Namen gibt es schon. Wähle einen anderen.',

    assertion_refused: ({ what }) =>
      what === 'passkey'
        ? 'Dieser Passkey gehört hier zu keinem Handy. Vielleicht wurde es entfernt.'
        : 'Diese Bestätigung ist nicht von deinem Handy. Versuche es noch einmal.',
    challenge_used: 'Diese Bestätigung wurde schon verwendet oder kam zu spät. Versuche es noch einmal.',
    attestation_refused: ({ what }) =>
      what === 'passkey'
        ? 'Der Passkey dieses Handys ließ sich nicht prüfen. Versuche es noch einmal.'
        : 'Der Schlüssel dieses Handys ist zu schwach oder passt nicht. Nimm eine andere Passkey-App oder ein anderes Handy.',

    number_unknown: 'Gerade zeigt keine Anmeldung diese Zahl. Sieh noch einmal auf den Bildschirm.',
    number_crowded_out: 'Zu viele Browser fragen unter deinem Namen. Beginne auf dem anderen Bildschirm neu.',
    too_many_numbers: (wait) => `Zu viele Zahlen waren falsch. ${tryAgain(wait)}`,
    not_approved: 'Dein Handy hat diese Anmeldung noch nicht freigegeben.',
    already_answered: 'Diese Anmeldung wurde schon beantwortet.',
    already_completed: 'Diese Anmeldung ist schon abgeschlossen.',
    session_ended: 'Diese Anmeldung ist vorbei.',

    ticket_unknown: 'Diesen Link gibt es hier nicht. Scanne den QR-Code auf deinem Bildschirm noch einmal.',
    ticket_used: ({ what }) => ticketUsed[what],
    ticket_expired: ({ what }) =>
      what === 'link'
        ? 'Dieser Link ist über zehn Minuten alt. Beginne in deinem Browser neu.'
        : 'Der Browser, der dieses Handy eingeladen hat, ist abgemeldet. Lade es noch einmal ein.',
    too_many_follows: ({ most }) => `Du folgst schon ${count(most)} Personen. Entfolge zuerst jemandem.`,
    too_many_phones: ({ most }) =>
      `Du hast schon ${count(most)} Handys. Entferne eins, bevor du ein anderes hinzufügst.`,
    last_sign_in_method: ({ method }) =>
      method === 'phone'
        ? 'Dein einziger Zugang: Füge erst einen anderen hinzu, bevor du ihn entfernst.'
        : 'Dein einziger Zugang: Füge erst ein Handy oder ein anderes Konto hinzu.',
    endpoint_refused: 'Klingeln kann ein Handy nur über einen öffentlichen Push-Dienst.',

    code_unknown: 'Dieser Name und dieser Code gehören nicht zusammen.',
    recovery_not_stopped: 'Diese Wiederherstellung ließ sich nicht stoppen. Sieh noch einmal nach.',

    provider_unknown: 'So kann man sich hier nicht anmelden.',
    provider_refused:
      'Der Anbieter hat dich nicht angemeldet, oder seine Antwort stimmt nicht. Es hat sich nichts geändert.',
    provider_declined: ({ provider }) =>
      `Du bist von ${provider} zurück, ohne dich dort anzumelden. Es hat sich nichts geändert.`,
    provider_account_refused: ({ provider }) =>
      `Mit deinem Konto bei ${provider} kannst du dich hier nicht anmelden.`,
    signed_out_there: ({ provider }) =>
      `Du hast dich inzwischen bei ${provider} abgemeldet. Es hat sich nichts geändert. Beginne bitte neu.`,
    authorization_unknown:
      'Diese Anmeldung hat nicht in diesem Browser begonnen, wurde schon verwendet oder hat über zehn Minuten gedauert. Beginne bitte neu.',
    provider_unavailable: 'Dein Anbieter hat nicht geantwortet. Versuche es gleich noch einmal.',
    provider_not_ready: 'Diese Anmeldung ist noch nicht bereit. Versuche es gleich noch einmal.',
    link_taken: 'Dieses Konto gehört hier schon zu jemand anderem.',
    already_linked: ({ provider }) => `${provider} ist schon verknüpft. Trenne das zuerst.`,

    // Pictures.
    image_type_refused: 'Das ist kein Bild, das Nod annimmt. Nimm JPEG, PNG, WebP, GIF oder AVIF.',
    image_unreadable:
      'Dieses Bild ließ sich nicht lesen: Vielleicht ist es beschädigt oder unvollständig. Wähle ein anderes.',
    image_too_large: ({ most }) => `Ein Bild hat höchstens ${count(most)} Megapixel.`,
    image_taken: 'Ein Beitrag hat dieses Bild schon. Füge es neu hinzu.',

    not_found: ({ what }) => nothingFound[what],
    conflict: 'Etwas anderes war schneller. Sieh noch einmal nach und entscheide dann.',
    too_many: (wait) => `Das waren zu viele Anfragen. ${tryAgain(wait)}`,
    too_large: 'Das ist mehr, als Nod auf einmal nimmt.',
    store_unavailable: 'Der Speicher hat nicht geantwortet. Versuche es gleich noch einmal.',
    internal: 'Bei uns hat etwas nicht geklappt. Es hat sich nichts geändert.',

    invalid_json: 'Nod konnte nicht lesen, was gesendet wurde.',
    unsupported_media_type: 'Nod konnte nicht lesen, was gesendet wurde.',
    cross_origin_refused: 'Diese Anfrage kam nicht von einer Seite dieser Website.',
    direct_access_refused: 'Nod erreicht man unter der Adresse seiner Website.',
  },
};

export const notice: Messages['notice'] = {
  title: 'Das hat nicht geklappt · Nod',
  heading: 'Das hat nicht geklappt',
  backToAccount: 'Zurück zu deinem Konto',
  signInAgain: 'Erneut anmelden',
  goHome: 'Zur Startseite',
  logo: 'Nod, Startseite',
};

export const names: Messages['names'] = {
  browserOn: (browser, os) => `${browser} unter ${os}`,
  unnamed: {
    'Unknown browser': 'Unbekannter Browser',
    'Unknown system': 'unbekanntem System',
    'Android app': 'Android-App',
    'iOS app': 'iOS-App',
  },
};

export const browsers: Messages['browsers'] = {
  here: 'dieses Gerät',
  signedIn: {
    '10m': (moment) => html`Für 10 Minuten angemeldet, seit ${moment}`,
    '24h': (moment) => html`Für 24 Stunden angemeldet, seit ${moment}`,
    '30d': (moment) => html`Für 30 Tage angemeldet, seit ${moment}`,
  },
  thisOne: { computer: 'dieser Computer', phone: 'dieses Handy' },
  ends: (end) => html`Läuft bis ${end}`,
  endsOrIdle: (end, idleEnd) => html`Läuft bis ${end}, unbenutzt nur bis ${idleEnd}`,
  which: (name, moment) => `${name}, angemeldet seit ${moment}`,
  whichAt: (name, moment, place) => `${name}, angemeldet seit ${moment}, ${place}`,
  takesBack: 'Auch das wird rückgängig gemacht:',
  takenBack: (several) => html`Rückgängig gemacht: ${several}.`,
  takenPhone: (name) => html`das Handy ${name}`,
  takenProvider: (provider) => html`die Anmeldung über ${provider}`,
  takenCode: 'der Wiederherstellungscode',
  takenSessions: (browsers) =>
    plural(browsers, { one: 'ein weiterer Browser', other: `${count(browsers)} weitere Browser` }),
  takenActs: {
    follows: (acts) => changes(acts, 'daran, wem du folgst'),
    hides: (acts) => changes(acts, 'daran, wen du stummschaltest oder blockierst'),
    marks: (acts) =>
      some(acts, 'Like, geteilter oder gemerkter Beitrag', 'Likes, geteilte und gemerkte Beiträge'),
    posts: (acts) => changes(acts, 'an Beiträgen'),
    profile: (acts) => changes(acts, 'an deinem Profil'),
    messages: (acts) => some(acts, 'Nachricht', 'Nachrichten'),
    reports: (acts) => some(acts, 'Meldung', 'Meldungen'),
    settings: (acts) => changes(acts, 'an deinen Einstellungen'),
  },
  takenMore: 'mehr, das noch nicht gezählt ist',
  // Behind "möchte": without "zu".
  actQuestions: {
    add_phone: 'Handy hinzufügen?',
    remove_phone: 'Handy entfernen?',
    new_recovery_code: 'Neuen Wiederherstellungs\u00adcode erstellen?',
    add_link: 'Konto verknüpfen?',
    remove_link: 'Verknüpftes Konto trennen?',
    not_me: 'Browser abmelden und rückgängig machen, was er getan hat?',
  },
};

export const posts: Messages['posts'] = {
  home: 'Start',
  introTitle: 'Ein Nicken genügt.',
  introLead:
    'Nod ist ein kleiner Ort für kurze Beiträge. Dieser Bildschirm zeigt eine Zahl, dein Handy fragt nach Fingerabdruck oder Gesicht, und du bist drin. Ein Passwort brauchst du nie.',
  register: 'Registrieren',
  signIn: 'Anmelden',
  signedOut: 'Du bist hier abgemeldet.',
  everybodys: 'Was alle schreiben',
  noneYet: 'Hier ist noch nichts.',
  registerAndWrite: () => html`<a href="/register">Registriere dich</a> und schreib den ersten Beitrag.`,
  writeAbove: 'Schreib oben den ersten Beitrag. Alle werden ihn hier sehen.',
  yourPost: 'Dein Beitrag',
  placeholder: 'Was beschäftigt dich?',
  charactersLeft: (_, number) => html`${number}<span class="visually-hidden"> Zeichen übrig</span>`,
  post: 'Posten',
  posted: 'Gepostet.',
  writeFirst: 'Schreib zuerst etwas.',
  tooLong: (most, over) => `Ein Beitrag hat höchstens ${count(most)} Zeichen. Kürze ihn um ${count(over)}.`,
  notLoaded: 'Die Beiträge ließen sich nicht laden.',
  showMore: 'Mehr anzeigen',
  showLess: 'Weniger anzeigen',
  // Here the word that is seen comes last.
  writeTo: 'Nachricht',
  deleteThis: () => html`<span class="visually-hidden">Diesen Beitrag </span>Löschen`,
  postNotLoaded: 'Der Beitrag ließ sich nicht laden.',
  postTitle: (name, words) => `${name}: ${words} · Nod`,
  postBy: (name) => html`Beitrag von ${name}`,
  moreBy: (username) => html`Mehr von ${username}`,
  toEverybodys: 'Was alle schreiben',
  profileNotLoaded: 'Das Profil ließ sich nicht laden.',
  profileDescription: (name) => `Was ${name} auf Nod schreibt.`,
  since: (month) => `dabei seit ${month}`,
  authors: 'Beiträge',
  feed: 'Per Feed folgen',
  noneOfAuthor: 'Noch keine Beiträge.',
  noneOfAuthorMore: 'Sobald es welche gibt, stehen sie hier.',
  noneOfOwn: () => html`<a href="/">Schreib deinen ersten Beitrag</a> auf der Startseite.`,
};

export const missing: Messages['missing'] = {
  goHome: 'Zur Startseite',
  page: 'Hier gibt es keine Seite',
  pageMore: 'Vielleicht ist die Adresse vertippt, oder das Ziel gibt es nicht mehr.',
  post: 'Diesen Beitrag gibt es nicht',
  postMore: 'Vielleicht wurde er wieder gelöscht.',
  postTitle: 'Beitrag nicht gefunden · Nod',
  deleted: 'Dein Beitrag ist gelöscht',
  deletedMore: 'Niemand kann ihn mehr sehen.',
  author: (username) => html`Niemand heißt ${username}`,
  authorMore: 'Prüfe den Namen noch einmal, oder lies, was alle schreiben.',
  authorTitle: 'Niemand heißt so · Nod',
  description: 'Hier ist nichts.',
  offline: 'Keine Verbindung zu Nod',
  offlineMore: 'Diese Seite öffnet sich von selbst, sobald es wieder geht. Du musst nichts tun.',
  tryNow: 'Jetzt versuchen',
  trying: 'Wird versucht',
  tryAgain: 'Erneut versuchen',
};

export const signin: Messages['signin'] = {
  title: 'Anmelden',
  lead: 'Sag, wer du bist, und dann auf deinem Handy Ja. Ein Passwort gibt es nicht.',
  username: 'Benutzername',
  askMyPhone: 'Mein Handy fragen',
  usePasskey: /* @__PURE__ */ ofMachines((machine) => `Passkey auf diesem ${machine} verwenden`),
  noPasskey: 'Es wurde kein Passkey verwendet. Versuche es noch einmal, oder frag dein Handy.',
  newHere: () => html`Neu hier? <a href="/register">Registrieren</a>`,
  lostPhone: () => html`Handy verloren? <a href="/recover">Wiederherstellungscode verwenden</a>`,
  signedInAs: (username, next) =>
    html`Du bist als ${username} angemeldet. <a href=${next}>Weiter zu Nod</a>, oder melde dich neu an.`,

  reasons: {
    here: 'Du hast dich abgemeldet.',
    elsewhere: 'Du wurdest hier von einem anderen Browser aus abgemeldet.',
    phone: 'Du wurdest hier von deinem Handy aus abgemeldet.',
    not_me: 'Dieser Browser wurde als fremd gemeldet und deshalb abgemeldet.',
    admin: 'Die Administration hat dich hier abgemeldet.',
    provider: 'Dein Anbieter hat dich hier abgemeldet.',
    phone_removed:
      'Das Handy, das diesen Browser freigegeben hat, wurde entfernt. Deshalb bist du abgemeldet.',
    recovered: 'Das Konto wurde wiederhergestellt. Deshalb wurden alle Browser abgemeldet.',
    idle: 'Hier ist eine Weile nichts passiert. Deshalb bist du abgemeldet.',
    lifetime: 'Die Zeit, für die du angemeldet bleiben wolltest, ist um.',
    phone_away: 'Dein Handy war zu lange nicht da. Deshalb bist du abgemeldet.',
    unanswered: 'Dein Handy hat nicht rechtzeitig geantwortet.',
    denied: 'Dein Handy hat Nein zu dieser Anmeldung gesagt.',
    cancelled: 'Diese Anmeldung wurde abgebrochen.',
  },

  nodFromPhone: 'Sag auf deinem Handy Ja',
  enterNumber: (address) =>
    html`Öffne Nod auf deinem Handy, unter ${address}, und gib diese Zahl ein. Oder scanne den QR-Code.`,
  codeToScan: 'QR-Code für die Kamera deines Handys',
  approveHere: 'Hier freigeben',
  useThis: { phone: 'Dieses Handy verwenden', computer: 'Diesen Computer verwenden' },
  orAnotherPhone: 'Oder nimm ein anderes Handy:',
  orYourPhone: 'Oder nimm dein Handy:',
  waiting: 'Wartet auf dein Handy',
  found: 'Auf deinem Handy angekommen. Gib es dort frei',
  nowWaiting: 'Wartet auf dein Handy.',
  unreachable: 'Nod ist nicht erreichbar. Neuer Versuch läuft.',
  changedMind: 'Nicht du, oder anders überlegt?',

  phoneSaidYes: 'Dein Handy hat Ja gesagt.',
  passkeyAccepted: 'Dein Passkey wurde erkannt.',
  signingIn: 'Du wirst angemeldet',
  saidSigningIn: (said) => `${said} Du wirst angemeldet.`,
  notYet: 'Noch nicht angemeldet',
  startAgain: 'Neu beginnen',
  startWhenYouLike: 'Beginne neu, wann du möchtest.',
  thenStartAgain: (sentence) => `${sentence} Beginne bitte neu.`,
  replaced: 'In einem anderen Tab wurde neu begonnen. Mach dort weiter, oder beginne hier neu.',
  gone: 'Dieser Browser wartet nicht mehr. Beginne bitte neu.',
  denied: 'Dein Handy hat Nein gesagt. Wenn das ein Versehen war, beginne neu.',
  stoppedRecovery:
    'Ein Handy dieses Kontos hat die Wiederherstellung gestoppt, und der Code gilt nicht mehr. Melde dich mit diesem Handy an.',
  late: 'Dein Handy hatte schon Ja gesagt. Hier wurde niemand angemeldet, und die Freigabe endet innerhalb von zwei Minuten von selbst.',
  unanswered: {
    signin: 'Dein Handy hat zwei Minuten lang nicht geantwortet. Beginne neu, wenn du es zur Hand hast.',
    register:
      'Zehn Minuten lang wurde kein Handy hinzugefügt, der Name ist also wieder frei. Beginne neu, wenn du dein Handy zur Hand hast.',
    recover:
      'Zehn Minuten lang wurde kein Handy hinzugefügt. Es hat sich nichts geändert, und dein Code gilt weiter. Beginne neu, wenn du das neue Handy zur Hand hast.',
  },
  cancelled: {
    signin: 'Abgebrochen. Niemand wurde angemeldet.',
    register: 'Abgebrochen. Der Name ist wieder frei.',
    recover: 'Abgebrochen. Es hat sich nichts geändert, und dein Code gilt weiter.',
  },

  confirm: 'Bestätige mit deinem Handy',
  confirmTo: /* @__PURE__ */ thenYouCan('Sag auf deinem Handy Ja, dann kannst du'),
  askAgain: 'Erneut fragen',
};

export const register: Messages['register'] = {
  title: 'Wähle deinen Namen',
  lead: 'Danach wird dein Handy zum Zugang. Ein Passwort musst du dir nicht ausdenken.',
  yourName: () => html`Dein Name <span class="muted">(optional)</span>`,
  yourNameHint: 'Steht bei deinen Beiträgen. Ohne Namen steht dort dein Benutzername.',
  reserve: 'Diesen Namen reservieren',
  haveName: () => html`Schon einen Namen? <a href="/signin">Anmelden</a>`,
  nameRule: '3 bis 20 Zeichen: Buchstaben a–z, Ziffern oder _.',
  twoMore: 'Noch mindestens zwei Zeichen.',
  oneMore: 'Noch mindestens ein Zeichen.',
  tooLong: (characters) => `Das sind ${count(characters)} Zeichen. Ein Benutzername hat höchstens 20.`,
  noSpaces: 'Ein Benutzername hat keine Leerzeichen. Nimm stattdessen _.',
  notIn: (character) => `Möglich sind nur Buchstaben a–z, Ziffern und _, nicht ${character}.`,
  youWillBe: (username) => `Du heißt dann ${username}.`,
  chooseName: 'Wähle einen Namen.',

  addPhone: 'Füge dein Handy hinzu',
  wayIn: (username) => html`Es wird der Zugang für ${username}.`,
  scan: 'Scanne diesen QR-Code mit der Kamera deines Handys.',
  letItAsk: 'Lass dein Handy nach Fingerabdruck, Gesicht oder PIN fragen.',
  comeBack: 'Komm zurück zu diesem Bildschirm.',

  isItYours: 'Ist das dein Handy?',
  yourPhone: 'dein Handy',
  added: (username) => html`Es wurde gerade zu ${username} hinzugefügt. Ab jetzt meldest du dich damit an.`,
  yes: 'Ja, anmelden',
  no: 'Nein, stopp',
  notYours:
    'Hier wurde niemand angemeldet, und die Freigabe endet innerhalb von zwei Minuten von selbst. Der Name gehört jetzt zu diesem Handy. Beginne neu mit einem anderen Namen.',
};

export const recovery: Messages['recovery'] = {
  title: 'Handy verloren?',
  lead: 'Mit deinem Wiederherstellungscode machst du ein anderes Handy zum Zugang.',
  code: 'Wiederherstellungscode',
  codeHint: 'So, wie du ihn notiert hast. Großbuchstaben, Leerzeichen und Striche sind egal.',
  onceScanned: 'Sobald dein neues Handy gescannt hat,',
  phonesGo: 'werden alle anderen Handys aus deinem Konto entfernt,',
  browsersGo: 'werden alle Browser abgemeldet,',
  codeGoes: 'ist dieser Code verbraucht, und du bekommst einen neuen.',
  goOn: 'Weiter',
  foundIt: () => html`Wiedergefunden? <a href="/signin">Anmelden</a>`,
  noCode: 'Gib den Wiederherstellungscode ein, den du notiert hast.',
  wrongLength: (characters) =>
    `Ein Code hat 28 Zeichen, in sieben Vierergruppen. Hier sind es ${count(characters)}.`,
  typo: 'In diesem Code ist ein Tippfehler. Vergleiche ihn Zeichen für Zeichen mit dem, was du notiert hast.',

  scanTitle: 'Scanne mit deinem neuen Handy',
  onlyWayIn: (username) => html`Es wird der einzige Zugang für ${username}. Bis dahin ändert sich nichts.`,
  scan: 'Scanne diesen QR-Code mit der Kamera des Handys, das du jetzt hast.',
  letItAsk: 'Lass dieses Handy nach Fingerabdruck, Gesicht oder PIN fragen.',
  comeBack: 'Komm zurück zu diesem Bildschirm, hier steht dann dein neuer Wiederherstellungscode.',
  codeToScan: 'QR-Code für die Kamera deines neuen Handys',

  makeTitle: 'Für den Tag, an dem dein Handy weg ist',
  makeLead:
    'Mit einem Wiederherstellungscode und deinem Namen machst du ein anderes Handy zum Zugang. Ohne dein Handy und ohne den Code kommt niemand mehr in dein Konto, auch wir nicht.',
  make: 'Wiederherstellungs\u00adcode erstellen',
  skip: (next) =>
    html`<a href=${next}>Jetzt überspringen</a>. Solange du unter „Konto“ keinen Code erstellst, ist mit deinem einzigen Handy auch dieses Konto verloren.`,

  yourCode: 'Dein Wiederherstellungs\u00adcode',
  keepIt:
    'Du siehst ihn nur dieses eine Mal. Notiere ihn auf Papier oder in einem Passwortmanager, nicht nur auf deinem Handy.',
  keepItElsewhere: () =>
    html`Du siehst ihn nur dieses eine Mal. <strong>Notiere ihn woanders als auf diesem Handy</strong>, denn du brauchst ihn, wenn es weg ist.`,
  printedFor: (username, host) => html`Für ${username} auf ${host}.`,
  printedHow: (address) =>
    `Wenn dein Handy weg ist: Öffne ${address}, gib deinen Namen und diesen Code ein und scanne den QR-Code dort mit deinem neuen Handy. Danach sind alle anderen Handys entfernt und alle Browser abgemeldet, dieser Code ist verbraucht, und du bekommst einen neuen.`,
  copy: 'Kopieren',
  print: 'Drucken',
  noted: 'Ich habe ihn notiert',
  copied: 'Kopiert. Füge ihn dort ein, wo nur du ihn lesen kannst.',
  notCopied: 'Das hat nicht geklappt. Markiere den Code und kopiere ihn selbst.',
};

export const social: Messages['social'] = {
  continueWith: (provider) => `Weiter mit ${provider}`,
  or: 'oder',

  saidYes: 'Dein Anbieter hat Ja gesagt.',
  failed: 'Das hat nicht geklappt',
  goBack: 'Zurück',
  newHere: (provider) => `Du bist neu hier. Über ${provider} meldest du dich ab jetzt unter diesem Namen an.`,
  create: 'Mein Konto erstellen',
  haveName: (provider) =>
    html`Schon einen Namen? <a href="/signin">Melde dich damit an</a> und verknüpfe dann ${provider}.`,
  signedInAs: (username, provider) =>
    html`Du bist als ${username} angemeldet. Soll ${provider} zu diesem Konto gehören, <a href="/account">verknüpfe es dort</a>. Hier erstellst du ein weiteres.`,
  linkThis: 'Dieses Konto verknüpfen?',
  linkMeans: (provider) =>
    `Wer sich bei ${provider} als diese Person anmeldet, kommt ab jetzt in dein Konto.`,
  linkIt: 'Verknüpfen',
  dontLink: 'Nicht verknüpfen',
  provider: 'Anbieter',
  accountThere: 'Konto dort',

  linkedAccounts: 'Verknüpfte Konten',
  whatFor: 'Mit einem verknüpften Konto kannst du dich ohne dein Handy anmelden.',
  link: (provider) => `${provider} verknüpfen`,
  linkedOn: (when) => html`verknüpft: ${when}`,
  lastUsed: (when) => html`zuletzt benutzt: ${when}`,
  onlyWayIn: 'Dein einziger Zugang: Füge erst ein Handy hinzu, bevor du es trennst.',
  unlink: 'Trennen',
  linked: 'Das Konto ist verknüpft.',
  unlinked: 'Das Konto ist getrennt.',

  confirm: 'Bestätige, dass du es bist',
  confirmTo: {
    add_phone: (provider) => `Melde dich noch einmal über ${provider} an, dann kannst du ${ACTS.add_phone}.`,
    remove_phone: (provider, name) =>
      html`Melde dich noch einmal über ${provider} an, dann kannst du ${name} entfernen.`,
    new_recovery_code: (provider) =>
      `Melde dich noch einmal über ${provider} an, dann kannst du ${ACTS.new_recovery_code}.`,
    add_link: (provider) => `Melde dich noch einmal über ${provider} an, dann kannst du ${ACTS.add_link}.`,
    remove_link: (provider) =>
      `Melde dich noch einmal über ${provider} an, dann kannst du ${ACTS.remove_link}.`,
    not_me: (provider, name) =>
      html`Melde dich noch einmal über ${provider} an, dann kannst du ${name} abmelden.`,
  },
  youComeBack: 'Danach kommst du auf diese Seite zurück.',
  notConfirmed: (provider) => `${provider} hat es nicht bestätigt`,
  cameBack: (provider) =>
    `Du bist zurück, aber ${provider} hat nicht gesagt, dass du dich dort gerade erst angemeldet hast.`,
  neededTo: /* @__PURE__ */ thenYouCan('Erst dann kannst du'),
  signOutThere: (provider) =>
    `Melde dich bei ${provider} ab und versuche es noch einmal. Klappt das nie, geht es über diesen Anbieter nicht.`,
};

export const account: Messages['account'] = {
  title: 'Konto',
  you: 'Du',
  signOut: 'Abmelden',
  toActivity: 'Was mit deinem Konto geschah',

  browsers: 'Browser',
  showMore: 'Mehr anzeigen',
  moreBrowsers: (browsers) =>
    plural(browsers, { one: '1 weiterer Browser.', other: `${count(browsers)} weitere Browser.` }),
  thisBrowser: 'Dieser Browser',
  // With colons, because the time may be relative or a day.
  lastActive: (time) => html`zuletzt aktiv: ${time}`,
  approvedWith: (phone) => html`Freigegeben mit ${phone}`,
  letInBy: (provider) => `Angemeldet über ${provider}`,
  end: 'Abmelden',
  endWhich: (which) => `Abmelden: ${which}`,
  notMe: 'Das war ich nicht',
  notMeWhich: (which) => `Das war ich nicht: ${which}`,
  endOthers: 'Alle anderen abmelden',
  noOthers: 'Du bist sonst nirgends angemeldet.',
  signedOut: (browser) => `${browser} ist abgemeldet.`,
  signedOutMany: (browsers) => `${browsersAre(browsers)} abgemeldet.`,

  notMeAsk:
    'Das meldet den Browser ab, blendet aus, was dort geschrieben wurde, macht rückgängig, was dort sonst geschah, und lehnt alle Anmeldungen ab, die gerade auf dich warten. Nur die Beiträge kannst du wieder einblenden.',
  alsoPhone: (phone) =>
    html`Freigegeben wurde er mit ${phone}. Wenn du dieses Handy nicht mehr hast, entferne es auch.`,
  alsoProvider: (provider) =>
    `Angemeldet wurde er über ${provider}. Sieh auch dort nach, wer dein Konto benutzt.`,
  endAndTakeBack: 'Abmelden und rückgängig machen',
  nothingHidden: 'Dort war nichts geschrieben worden.',
  postsHidden: (posts) => `${postsAre(posts)} ausgeblendet.`,
  codeVoid: () =>
    html`Dein Wiederherstellungscode gilt nicht mehr. <a href="#recovery-title">Erstelle jetzt einen neuen</a>`,
  showAgain: 'Wieder einblenden',

  phones: 'Handys',
  phonesLead: 'Nur sie können Ja sagen, wenn ein Browser sich anmelden möchte.',
  noPhone: 'Du hast hier noch kein Handy. Füge deins hinzu, dann genügt sein Ja, ohne Anbieter.',
  addedAt: (time) => html`Hinzugefügt: ${time}`,
  lastUsed: (time) => html`zuletzt benutzt: ${time}`,
  rings: 'klingelt, wenn du dich anmeldest',
  ringsNot: 'klingelt nicht',
  onlyWayIn: 'Dein einziger Zugang: Füge erst ein anderes Handy hinzu, bevor du es entfernst.',
  rename: 'Umbenennen',
  phoneName: 'Ein Name für dieses Handy',
  save: 'Sichern',
  renamed: (phone) => `Das Handy heißt jetzt ${phone}.`,
  remove: 'Entfernen',
  removeAsk: (phone) => html`${phone} entfernen? Damit kann sich dann niemand mehr anmelden.`,
  onlyPhone: (phone) => html`${phone} ist dein einziges Handy.`,
  onlyWhileOther: 'Es bleibt, bis du einen anderen Zugang hast.',
  withoutIt: (provider) => `Ohne dieses Handy meldest du dich nur noch über ${provider} an.`,
  endItsSessions: 'Auch die Browser abmelden, die es freigegeben hat, vielleicht auch diesen',
  removePhone: 'Dieses Handy entfernen',
  phoneRemoved: (phone) => `${phone} ist entfernt.`,

  alerts: 'Hinweise auf deinen Handys',
  alertsLead:
    'Handys, die klingeln, können dir auch das sagen, selbst wenn sie gesperrt sind: wer es ist und wie ein Beitrag beginnt, aber nie, was in einer Nachricht steht.',
  alertsOf: {
    mentions: 'Wenn dich jemand erwähnt',
    replies: 'Wenn dir jemand antwortet',
    messages: 'Wenn dir jemand eine Nachricht schreibt',
  },
  noneRings: 'Noch klingelt keins deiner Handys. Das schaltest du dort ein, auf der Seite des Handys.',
  addPhone: 'Handy hinzufügen',
  scan: 'Scanne diesen QR-Code mit der Kamera des Handys, das du hinzufügen möchtest.',
  letItAsk: 'Lass dieses Handy nach Fingerabdruck, Gesicht oder PIN fragen.',
  itAppears: 'Danach steht es hier in der Liste.',
  codeToScan: 'QR-Code für die Kamera des Handys, das du hinzufügen möchtest',
  notNow: 'Jetzt nicht?',
  putAway: 'QR-Code ausblenden',
  waitingForPhone: 'Wartet auf das neue Handy.',
  noneAdded: 'Zehn Minuten lang wurde kein Handy hinzugefügt. Beginne neu, wenn du es zur Hand hast.',
  phoneAdded: (phone) => `${phone} ist hinzugefügt. Damit kannst du dich ab jetzt anmelden.`,

  recoveryCode: 'Wiederherstellungs\u00adcode',
  recoveryLead: 'Damit kommst du wieder in dein Konto, wenn dein Handy weg ist. Ein neuer ersetzt den alten.',
  noCode: 'Es gibt noch keinen Code.',
  codeFrom: (day) => html`Dein Code ist vom ${day}.`,
  makeCode: 'Code erstellen',
  makeNewCode: 'Neuen Code erstellen',
  codeAway: 'Der Code ist nicht mehr zu sehen.',

  known: 'Browser, die du benutzt hast',
  knownLead:
    'Nur sie lassen dein Handy klingeln, wenn sie sich anmelden möchten. Entferne, was du nicht mehr benutzt.',
  noneKnown: 'Keine. Der nächste, der sich anmeldet, steht hier.',
  showAll: (browsers) => `Alle ${count(browsers)} anzeigen`,
  thisOne: 'Dieser',
  // "bekannt seit" goes with no relative time.
  knownSince: (time) => html`Erste Anmeldung: ${time}`,
  knownAt: (place, time) => html`${place} · erste Anmeldung: ${time}`,
  lastSignedIn: (time) => html`letzte Anmeldung: ${time}`,
  forget: 'Entfernen',
  forgotten: (browser) => `${browser} ist nicht mehr bekannt.`,

  settings: 'Einstellungen',
  theme: 'Design',
  themeLead: 'Wie Nod hier aussieht.',
};

export const activity: Messages['activity'] = {
  title: 'Aktivitäten',
  lead: () =>
    html`Was in den letzten 90 Tagen mit deinem Konto geschah. Etwas davon warst nicht du? Melde es unter <a href="/account">Konto</a> ab.`,
  nothingYet: 'Noch ist nichts geschehen.',
  nothingYetMore:
    'Wenn ein Handy einen Browser freigibt oder einer abgemeldet wird, steht es 90 Tage lang hier.',
  moreEntries: (entries) =>
    plural(entries, { one: '1 weiterer Eintrag.', other: `${count(entries)} weitere Einträge.` }),

  // In the nominative, so in all sentences below phones, browsers and providers are subjects.
  aPhone: 'ein Handy',
  aBrowser: 'ein Browser',
  aProvider: 'ein Anbieter',
  registered: (browser, phone) => `${browser} hat das Konto erstellt, und ${phone} ist das erste Handy`,
  registeredBy: (browser, provider) =>
    `${browser} hat das Konto erstellt, und ${provider} hat die Anmeldung bestätigt`,
  approved: (phone, browser) => `${browser} wollte sich anmelden, und ${phone} hat Ja gesagt`,
  allowed: /* @__PURE__ */ ofActs(
    (act) => (phone, browser) => `${browser} wollte ${act}, und ${phone} hat Ja gesagt`,
  ),
  denied: (phone, browser) => `${browser} wollte sich anmelden, aber ${phone} hat Nein gesagt`,
  refused: /* @__PURE__ */ ofActs(
    (act) => (phone, browser) => `${browser} wollte ${act}, aber ${phone} hat Nein gesagt`,
  ),
  signedIn: (browser) => `${browser} hat sich angemeldet`,
  ended: {
    here: (browser) => `${browser} hat sich abgemeldet`,
    elsewhere: (browser) => `${browser} wurde von einem anderen Browser aus abgemeldet`,
    phone: (browser) => `${browser} wurde von deinem Handy aus abgemeldet`,
    not_me: (browser) => `${browser} wurde abgemeldet, weil du gesagt hast, dass du das nicht warst`,
    admin: (browser) => `${browser} wurde von der Administration abgemeldet`,
    provider: (browser) => `${browser} wurde vom Anbieter abgemeldet`,
    phone_removed: (browser) => `${browser} wurde abgemeldet, weil das Handy dazu entfernt wurde`,
    recovered: (browser) => `${browser} wurde abgemeldet, weil das Konto wiederhergestellt wurde`,
    idle: (browser) => `${browser} wurde abgemeldet, weil dort eine Weile nichts passiert ist`,
    lifetime: (browser) => `${browser} wurde abgemeldet, weil die Zeit um war`,
    phone_away: (browser) => `${browser} wurde abgemeldet, weil dein Handy zu lange nicht da war`,
    unanswered: (browser) => `${browser} wurde abgemeldet, weil niemand geantwortet hat`,
    denied: (browser) => `${browser} wurde abgemeldet, weil dein Handy Nein gesagt hat`,
    cancelled: (browser) => `${browser} wurde abgemeldet, weil die Anmeldung abgebrochen wurde`,
    itself: (browser) => `${browser} wurde von selbst abgemeldet`,
  },
  endedAllElsewhere: (browsers) => `${browsersWere(browsers)} von einem anderen Browser aus abgemeldet`,
  endedAllPhone: (browsers) => `${browsersWere(browsers)} von deinem Handy aus abgemeldet`,
  endedAll: (browsers) => `${browsersWere(browsers)} abgemeldet`,
  hidden: (posts) => `${postsWere(posts)} ausgeblendet`,
  hiddenOf: (posts, browser) => `${postsWere(posts)} ausgeblendet, geschrieben mit ${browser}`,
  shown: (posts) => `${postsWere(posts)} wieder eingeblendet`,
  undone: (acts, browser) =>
    `${some(acts, 'Handlung wurde', 'Handlungen wurden')} rückgängig gemacht, ausgeführt mit ${browser}`,
  invited: (browser) => `${browser} hat einen QR-Code gezeigt, um ein Handy hinzuzufügen`,
  added: (phone) => `${phone} wurde hinzugefügt`,
  removed: (phone) => `${phone} wurde entfernt`,
  renewed: 'Ein neuer Wiederherstellungscode wurde erstellt',
  revoked: 'Der Wiederherstellungscode gilt nicht mehr',
  begun: (browser) => `${browser} hat begonnen, das Konto mit dem Wiederherstellungscode wiederherzustellen`,
  stopped: (phone, browser) =>
    `${browser} wollte das Konto wiederherstellen, aber ${phone} hat das gestoppt, und der Wiederherstellungscode gilt nicht mehr`,
  recovered: (phone) =>
    `Das Konto wurde mit dem Wiederherstellungscode wiederhergestellt, und ${phone} ist jetzt dein einziges Handy`,
  linked: (provider) => `${provider} wurde mit dem Konto verknüpft`,
  unlinked: (provider) => `${provider} wurde vom Konto getrennt`,
  browserKnown: (browser, provider) =>
    `${browser} ist ab jetzt bekannt, und ${provider} hat die Anmeldung bestätigt`,
  browserForgotten: (browser) => `${browser} ist nicht mehr bekannt`,

  showAgain: 'Wieder einblenden',
  saveReceipt: 'Beleg sichern',
  receiptSaved: 'Der Beleg ist gesichert.',
  howToCheck: 'So prüfst du einen Beleg',
  whatReceiptHas:
    'Ein Beleg enthält, wozu dein Handy Ja gesagt hat, dessen Signatur und den öffentlichen Schlüssel dazu. Zum Prüfen brauchst du nichts von uns, nur Node.js:',
  checkSave: 'Sichere einen Beleg aus der Liste oben.',
  checkScript: (script) => html`Lade ${script} und lies es: Es ist kurz und fragt bei niemandem nach.`,
  checkRun: (command) => html`Starte ${command} dort, wo beide Dateien liegen.`,
  whatCheckSays:
    'Du erfährst, was freigegeben wurde, ob die Signatur zum Schlüssel passt und ob Fingerabdruck, Gesicht oder PIN geprüft wurde.',
};

export const phone: Messages['phone'] = /* @__PURE__ */ section(() => ({
  title: 'Dein Handy',
  looking: 'Nod sieht nach, ob es dieses Handy kennt.',
  offline: 'Keine Verbindung zu Nod. Neuer Versuch läuft.',
  settings: 'Einstellungen für dieses Handy',
  site: 'Nod in diesem Browser',
  done: 'Fertig',
  back: 'Zurück',
  waitingFor: { phone: 'Wartet auf deinen Fingerabdruck', computer: 'Wartet auf deinen Computer' },

  welcome: 'Dein Handy ist der Schlüssel',
  noPasswords:
    'Nod hat keine Passwörter. Wenn du dich irgendwo anmeldest, zeigt diese Seite, wer fragt, und du sagst mit Fingerabdruck oder Gesicht Ja. Dieses Handy ist dafür noch nicht eingerichtet.',
  stepName: 'Registriere dich in einem Browser: Wähle dort einen Namen.',
  stepScan: 'Scanne den QR-Code, den er zeigt, mit diesem Handy.',
  stepConfirm: 'Bestätige mit deinem Fingerabdruck. Das ist alles.',
  register: 'Registrieren',
  scan: 'QR-Code scannen',
  useKey: 'Dieses Handy war schon eingerichtet',
  noKey:
    'Es wurde kein Schlüssel verwendet. Hat dieses Handy keinen für Nod, registriere dich oder scanne einen QR-Code.',
  keyForgotten:
    'Dieser Schlüssel öffnet kein Konto mehr. Das Handy wurde entfernt, oder sein Konto wurde wiederhergestellt.',
  removed: 'Dieses Handy wurde aus seinem Konto entfernt und kann nichts mehr freigeben.',

  number: 'Gib die Zahl ein, die du siehst',
  numberHint: 'Sie steht auf dem Bildschirm, an dem du dich anmeldest.',
  readItYourself: 'Gib die Zahl ein, die du auf dem Bildschirm vor dir siehst.',
  numberUnsent: 'Nod ist nicht erreichbar. Die Zahl wird gesendet, sobald es geht.',
  digitsOnly: 'Die Zahl hat nur Ziffern.',
  tooManyDigits: 'Die Zahl hat sechs Ziffern, nicht mehr.',
  digitsMissing: (missing) =>
    plural(missing, {
      one: 'Die Zahl hat sechs Ziffern: Eine fehlt.',
      other: `Die Zahl hat sechs Ziffern: ${count(missing)} fehlen.`,
    }),

  requests: 'Browser, die gerade fragen',
  asks: {
    sign_in: (browser) => html`${browser} möchte sich anmelden`,
    .../* @__PURE__ */ ofActs((act) => (browser: View) => html`${browser} möchte ${act}`),
    other: (browser) => html`${browser} möchte etwas, das diese Seite noch nicht kennt`,
  },
  typeIt: 'Gib die Zahl ein, die dort steht',
  news: (asks) => html`${asks}. Gib die Zahl ein, die dort steht.`,
  justNow: 'gerade eben',
  notMe: 'Das bin ich nicht',
  scanInstead: 'Lieber QR-Code scannen',

  request: 'Ein Browser fragt',
  numberTo: {
    sign_in: 'Zahl eingeben und anmelden',
    .../* @__PURE__ */ ofActs((act) => `Zahl eingeben und ${act}`),
    other: 'Zahl eingeben und weitermachen',
  },
  numberOfThat:
    'Sie steht auf dem Bildschirm dieses Browsers. Hast du ihn nicht vor dir, tippe auf „Das bin ich nicht“.',

  asker: 'Wer fragt',
  browser: 'Browser',
  place: 'Ort',
  address: 'Adresse',
  asked: 'Anfrage',
  itsNumber: 'Zahl',
  newBrowser: 'Neuer Browser',
  knownBrowser: 'Bekannter Browser',
  signedInAsYou: 'Mit deinem Konto angemeldet',
  adviceOnNew: 'Er war noch nie mit deinem Konto angemeldet. Gib ihn nur frei, wenn du ihn vor dir hast.',
  adviceOnAct: 'Du bist dort angemeldet. Gib es nur frei, wenn du gerade danach gefragt hast.',

  approval: 'Anmeldung freigeben',
  signInOn: {
    .../* @__PURE__ */ ofMachines((machine) => `Auf diesem ${machine} anmelden?`),
    browser: 'In diesem Browser anmelden?',
  },
  lifetime: 'Angemeldet lassen für',
  lifetimes: { '10m': '10 Minuten', '24h': '24 Stunden', '30d': '30 Tage' },
  presence: 'Nur solange diese Seite offen ist',
  presenceMore: 'Verlässt du Nod auf diesem Handy, wird der Browser nach 90 Sekunden gesperrt.',
  presenceLabel: 'Nur solange diese Seite auf deinem Handy offen ist',
  approve: { phone: 'Mit Fingerabdruck freigeben', computer: 'Mit diesem Computer freigeben' },
  unconfirmed: /* @__PURE__ */ ofMachines(
    (machine) =>
      `Dein ${machine} hat nicht bestätigt, also wurde niemand angemeldet. Gib es noch einmal frei, wenn du so weit bist.`,
  ),
  approved: 'Freigegeben',
  signedIn: (browser, lifetime) => `${browser} ist für ${lifetime} angemeldet.`,
  signedInHere: (browser, lifetime) =>
    `${browser} ist für ${lifetime} angemeldet, solange diese Seite offen bleibt.`,
  may: {
    .../* @__PURE__ */ ofActs((act) => (browser: string) => `${browser} darf jetzt ${act}.`),
    other: (browser) => `${browser} darf das jetzt.`,
  },
  backToSignIn: 'Zurück zur Anmeldung',

  denial: 'Anmeldung ablehnen',
  notYou: 'Das bist nicht du?',
  askedTo: {
    sign_in: (browser, ago) => html`${browser} wollte sich ${ago} mit deinem Konto anmelden.`,
    .../* @__PURE__ */ ofActs((act) => (browser: View, ago: View) => html`${browser} wollte ${ago} ${act}.`),
    other: (browser, ago) => html`${browser} wollte ${ago} etwas, das diese Seite noch nicht kennt.`,
  },
  noFingerprint: 'Ohne deinen Fingerabdruck wird niemand angemeldet. Ein Nein beendet das Warten sofort.',
  deny: 'Ablehnen',
  denySignIn: 'Diese Anmeldung ablehnen?',
  denyAct: 'Das ablehnen?',
  denyAndReport: 'Ablehnen und melden',
  didNotAsk: 'Das war ich nicht',
  denied: 'Abgelehnt',
  deniedAndReported: 'Abgelehnt und gemeldet',
  nobodyLetIn: 'Niemand wurde angemeldet, und der Browser, der gefragt hat, weiß von deinem Nein.',
  nothingDone: 'Nichts ist geschehen, und der Browser, der gefragt hat, weiß von deinem Nein.',
  reported:
    'Auch alles andere, was wartet, wurde abgelehnt. Der Browser lässt dein Handy nicht mehr klingeln.',
  stillSignedIn: 'Er ist noch angemeldet: Melde ihn auf dem nächsten Bildschirm ab.',

  over: {
    expired: {
      title: 'Diese Anfrage ist abgelaufen',
      text: 'Eine Anmeldung wartet zwei Minuten. Wenn du es warst, frag im Browser noch einmal.',
    },
    cancelled: {
      title: 'Der Browser fragt nicht mehr',
      text: 'Die Anmeldung wurde dort abgebrochen. Niemand wurde angemeldet.',
    },
    answered: {
      title: 'Schon beantwortet',
      text: 'Diese Anmeldung wurde schon beantwortet. Der nächste Bildschirm zeigt, welche Browser angemeldet sind.',
    },
    recovery: {
      title: 'Keine Wiederherstellung wartet',
      text: 'Sie wurde gestoppt, ist abgelaufen oder fertig. Mehr steht in den Aktivitäten deines Kontos.',
    },
  },

  recoveryNews: 'Jemand stellt gerade dein Konto wieder her.',
  recovery: 'Jemand stellt gerade dein Konto wieder her',
  recoveryUntil: (until) =>
    html`Dort wurde dein Wiederherstellungscode eingegeben. Bis ${until} kann ein anderes Handy dieses ersetzen. Wenn du es warst, mach dort weiter. Stoppst du es, gilt auch der Code nicht mehr.`,
  stop: 'Stoppen',
  unstopped:
    'Dein Handy hat nicht bestätigt, also läuft sie weiter. Stoppe sie noch einmal, wenn du so weit bist.',
  stopped: 'Die Wiederherstellung ist gestoppt',
  stoppedMore:
    'Niemand wurde angemeldet. Jemand anderes hatte deinen Wiederherstellungscode, deshalb gilt er nicht mehr. Erstelle jetzt einen neuen: in einem angemeldeten Browser, unter „Konto“.',

  scanner: 'QR-Code scannen',
  picture: 'Das Bild der Kamera',
  point: 'Richte die Kamera auf den QR-Code auf dem anderen Bildschirm.',
  foreign: 'Dieser QR-Code ist nicht von Nod. Nimm den von Nod auf dem anderen Bildschirm.',
  camera: {
    refused:
      'Die Kamera ist ausgeschaltet. Erlaube sie für diese Website in den Einstellungen deines Browsers und versuche es noch einmal.',
    missing:
      'Die Kamera ist gerade nicht verfügbar. Schließe andere Apps, die sie benutzen, und versuche es noch einmal.',
  },
  close: 'Schließen',

  failed: 'Das hat nicht geklappt. Schließe andere Abfragen und versuche es noch einmal.',
  disabled: 'Dieses Konto ist ausgeschaltet',
  disabledMore: 'Niemand kann sich damit anmelden. Frag, wer diese Website betreibt.',
  lookAgain: 'Noch einmal nachsehen',
}));

export const enrol: Messages['enrol'] = {
  title: { phone: 'Dieses Handy einrichten', computer: 'Diesen Computer einrichten' },
  signsIn: /* @__PURE__ */ ofMachines(
    (machine) => (name: View) => html`Mit diesem ${machine} meldest du dich als ${name} an.`,
  ),
  adds: /* @__PURE__ */ ofMachines(
    (machine) => (name: View) =>
      html`Dein ${machine} kommt zu ${name} dazu. Deine anderen Handys bleiben, wie sie sind.`,
  ),
  onlyPhone: (name) => html`Es wird das einzige Handy von ${name}.`,
  othersGo:
    'Alle anderen Handys werden entfernt und alle Browser abgemeldet. Dein Browser zeigt dann einen neuen Wiederherstellungscode.',
  replaces: /* @__PURE__ */ ofMachines(
    (machine) => (before: View, name: View) =>
      html`Dein ${machine} ist schon der Schlüssel von ${before}. Wenn du weitermachst, wird daraus der Schlüssel von ${name}.`,
  ),
  replacesAnother: /* @__PURE__ */ ofMachines(
    (machine) => (name: View) =>
      html`Dein ${machine} ist schon der Schlüssel eines anderen Kontos. Wenn du weitermachst, wird daraus der Schlüssel von ${name}.`,
  ),
  name: { phone: 'Ein Name für dieses Handy', computer: 'Ein Name für diesen Computer' },
  androidPhone: 'Android-Handy',
  thisComputer: 'Dieser Computer',
  willAsk: /* @__PURE__ */ ofMachines(
    (machine) => `Dein ${machine} fragt gleich nach Fingerabdruck, Gesicht oder PIN.`,
  ),
  noKeys: 'Dieser Browser kann das nicht. Öffne den Link in Chrome, Safari oder Firefox.',
  makeKey: { phone: 'Dieses Handy als Schlüssel nehmen', computer: 'Diesen Computer als Schlüssel nehmen' },
  makeOnlyPhone: 'Als mein einziges Handy nehmen',
  waiting: { phone: 'Wartet auf dein Handy', computer: 'Wartet auf deinen Computer' },
  unconfirmed: /* @__PURE__ */ ofMachines(
    (machine) =>
      `Dein ${machine} hat nicht bestätigt, also gibt es noch keinen Schlüssel. Versuche es noch einmal, wenn du so weit bist.`,
  ),
  hasKey: /* @__PURE__ */ ofMachines(
    (machine) => (name: string) =>
      `Dein ${machine} hat schon einen Schlüssel für @${name}. Du musst nichts tun.`,
  ),
  ready: /* @__PURE__ */ ofMachines((machine) => `Dein ${machine} ist bereit`),
  next: {
    registration:
      'Mach in deinem Browser weiter. Öffne ab jetzt diese Seite, wenn du dich irgendwo anmeldest.',
    invite: 'Es ist jetzt eins deiner Handys.',
    recovery:
      'Es ist jetzt dein einziges Handy. Mach in deinem Browser weiter und notiere dort den neuen Wiederherstellungscode.',
  },
  dead: 'Dieser Link funktioniert nicht',
};

export const phoneSettings: Messages['phoneSettings'] = {
  title: { phone: 'Dieses Handy', computer: 'Dieser Computer' },
  signsIn: (name) => html`Damit meldest du dich als ${name} an.`,
  name: 'Name',
  nameHint: 'Du siehst ihn in deinem Browser, wenn du dich mit diesem Handy anmeldest.',
  save: 'Namen sichern',
  saving: 'Wird gesichert',
  renamed: (name) => `Der Name ist jetzt ${name}.`,

  ringingTitle: 'Klingeln',
  // As iOS calls them: „Teilen“, „Zum Home-Bildschirm“; Android says „Startbildschirm“ (`installTitle`).
  ringing: {
    on: 'Dieses Handy klingelt, wenn du dich mit einem Browser anmeldest, den du schon benutzt hast.',
    off: 'Dieses Handy klingelt nicht. Öffne diese Seite, wenn du dich irgendwo anmeldest.',
    blocked:
      'Dein Browser verhindert das. Erlaube Benachrichtigungen für diese Website in den Einstellungen deines Browsers.',
    'after installing':
      'Dieses Handy kann klingeln, sobald Nod auf dem Home-Bildschirm ist. Tippe auf „Teilen“, dann auf „Zum Home-Bildschirm“, und öffne Nod von dort.',
    'not here': 'Dieser Browser kann das nicht. Öffne diese Seite, wenn du dich irgendwo anmeldest.',
  },
  ring: 'Dieses Handy klingeln lassen',
  stopRinging: 'Nicht mehr klingeln',
  wait: 'Einen Moment',
  noPush: 'Der Push-Dienst dieses Browsers antwortet nicht. Versuche es später noch einmal.',
  offer: 'Soll dieses Handy klingeln, wenn du dich anmeldest?',
  offerMore: 'Nur Browser, die du schon benutzt hast, lassen es klingeln, Fremde nie.',
  rings: 'Dieses Handy klingelt ab jetzt',
  ringsMore: 'Tippe auf die Benachrichtigung und gib die Zahl ein, die der Browser zeigt.',
  notNow: 'Jetzt nicht',

  installTitle: 'Hol Nod auf deinen Startbildschirm',
  install: 'Installieren',

  removal: 'Dieses Handy entfernen',
  onlyWayIn: 'Dein einziger Zugang: Füge erst ein anderes Handy hinzu, in einem angemeldeten Browser.',
  removalMore: 'Danach kann es nichts mehr freigeben, bis du es neu einrichtest.',
  remove: 'Entfernen',
  signOutToo: 'Auch die Browser abmelden, die es freigegeben hat',
  removeIt: 'Dieses Handy entfernen',
  removing: 'Wird entfernt',
  removed: 'Dieses Handy ist entfernt',
  removedMore: (browsers) =>
    browsers === 0
      ? 'Es gibt nichts mehr frei.'
      : `Es gibt nichts mehr frei. ${browsersAre(browsers)} abgemeldet.`,
  deletePasskey: 'Du kannst seinen Passkey in den Einstellungen des Handys löschen.',

  browsers: 'Angemeldete Browser',
  noBrowser: 'Kein Browser ist angemeldet. Gibst du einen frei, steht er hier, und du kannst ihn abmelden.',
  more: 'Mehr anzeigen',
  active: (ago) => html`zuletzt aktiv: ${ago}`,
  letInBy: (provider) => `Angemeldet über ${provider}`,
  end: 'Abmelden',
  endOf: (session) => `Abmelden: ${session}`,
  endAll: 'Alle abmelden',
  endQuestion: 'Er ist innerhalb einer Sekunde abgemeldet.',
  endIt: 'Diesen Browser abmelden',
  endAllQuestion: 'Alle Browser sind innerhalb einer Sekunde abgemeldet.',
  endThemAll: 'Alle Browser abmelden',
  ended: 'Der Browser ist abgemeldet.',
  allEnded: 'Alle Browser sind abgemeldet.',
  notMe: 'Das war ich nicht',
  reportQuestion: (browser) =>
    `Das meldet ${browser} ab, blendet aus, was dort geschrieben wurde, macht rückgängig, was dort sonst geschah, und lehnt alle Anmeldungen ab, die gerade auf dich warten.`,
  report: 'Abmelden und rückgängig machen',
  signedOut: (browser) => `${browser} ist abgemeldet.`,
  codeIsVoid: 'Dein Wiederherstellungscode gilt nicht mehr. Erstelle jetzt einen neuen, in einem Browser.',

  unlocked: (browsers) => `${browsersAre(browsers)} entsperrt, solange diese Seite offen ist`,
  unlockedMore: (browsers) =>
    `Verlässt du diese Seite, ${plural(browsers, { one: 'wird er', other: 'werden sie' })} nach 90 Sekunden gesperrt und nach zehn Minuten abgemeldet.`,
  awake: 'Der Bildschirm bleibt an.',
  keepAwake: 'Halt den Bildschirm selbst an: Dieser Browser kann das nicht.',
};

export const push: Messages['push'] = {
  asks: /* @__PURE__ */ ofAll((act) => (browser) => `${browser} möchte ${act}`),
  typeTheNumber: (place) =>
    place === undefined
      ? 'Öffne Nod und gib die Zahl ein, die dieser Browser zeigt.'
      : `${place}. Öffne Nod und gib die Zahl ein, die dieser Browser zeigt.`,

  changes: {
    phone_invited: () => 'Ein weiteres Handy wurde zu deinem Konto eingeladen',
    phone_added: ({ device = 'Ein Handy' }) => `${device} wurde zu deinem Konto hinzugefügt`,
    phone_removed: ({ device = 'Ein Handy' }) => `${device} wurde aus deinem Konto entfernt`,
    recovery_renewed: () => 'Dein Konto hat einen neuen Wiederherstellungscode',
    recovery_revoked: () => 'Dein Wiederherstellungscode gilt nicht mehr',
    recovery_begun: () => 'Jemand stellt gerade dein Konto wieder her',
    recovered: ({ device = 'ein anderes Handy' }) => `Dein Konto wurde wiederhergestellt, für ${device}`,
    recovery_stopped: ({ device = 'Ein Handy' }) =>
      `${device} hat die Wiederherstellung deines Kontos gestoppt`,
    link_added: ({ provider = 'Ein weiterer Anbieter' }) => `${provider} kann dich jetzt anmelden`,
    link_removed: ({ provider = 'Ein Anbieter' }) => `${provider} kann dich nicht mehr anmelden`,
    browser_added: ({ browser = 'Ein Browser' }) => `${browser} kann dein Handy jetzt klingeln lassen`,
    browser_forgotten: ({ browser = 'Ein Browser' }) =>
      `${browser} ist nicht mehr bekannt und lässt kein Handy mehr klingeln`,
  },
  thisPhoneRemoved: 'Dieses Handy wurde aus deinem Konto entfernt',

  ofRemovedPhone:
    'Es gibt nichts mehr frei. Wenn du das nicht warst, melde dich auf anderem Weg an und sieh nach deinen Handys.',
  stopIt: (browser = 'Ein Browser', place) =>
    place === undefined
      ? `${browser} hat deinen Wiederherstellungscode. Wenn du das nicht bist, tippe hier und stoppe es.`
      : `${browser}, ${place}, hat deinen Wiederherstellungscode. Wenn du das nicht bist, tippe hier und stoppe es.`,
  codeIsVoid:
    'Dein Wiederherstellungscode gilt nicht mehr. Erstelle einen neuen, in einem angemeldeten Browser.',
  ifNotYou: 'Wenn du das nicht warst, öffne Nod und melde die Browser ab, die du nicht kennst.',
  alerts: {
    mentions: (name) => `${name} hat dich erwähnt`,
    replies: (name) => `${name} hat dir geantwortet`,
    messages: (name) => `Neue Nachricht von ${name}`,
  },
};

export const languages: Messages['languages'] = {
  title: 'Sprache',
  lead: 'Was Nod in diesem Browser spricht. Die Sprache eines Handys wählst du auf dem Handy selbst.',
};

export const practice: Messages['practice'] = {
  noPhone: 'Kein Handy zur Hand?',
  openPhone: 'Übungshandy öffnen',
  openSecondPhone: 'Zweites Übungshandy öffnen',
  demo: 'Zwei erfundene Leute, nur auf diesem Gerät',
  notice: 'Übungshandy – nur auf diesem Computer, nie in einer veröffentlichten Version',
  approve: 'Mit Übungs-Fingerabdruck freigeben',
  name: (number) => (number === 1 ? 'Übungshandy' : `Übungshandy ${count(number)}`),
  account: 'Welches Konto?',
  nameless: 'Ein Konto ohne Namen',
  none: 'Keins davon',
};

export const hides: Messages['hides'] = {
  mute: (name) => `${name} stummschalten`,
  unmute: (name) => `${name} nicht mehr stummschalten`,
  block: (name) => `${name} blockieren`,
  unblock: (name) => `${name} nicht mehr blockieren`,
  reportPost: 'Beitrag melden',
  reportPerson: (name) => `${name} melden`,
  whatYouCanDo: (name) => `Was du bei ${name} tun kannst`,
  nowMuted: (name) => `${name} ist stumm: Beiträge siehst du nur noch auf der eigenen Seite.`,
  nowUnmuted: (name) => `${name} ist nicht mehr stumm.`,
  nowBlocked: (name) => `${name} ist blockiert.`,
  nowUnblocked: (name) => `${name} ist nicht mehr blockiert. Wer wem folgte, kommt nicht zurück.`,
  undo: 'Rückgängig',
  undoFailed: 'Das ließ sich nicht rückgängig machen.',
  blockAsk: (name) => `${name} blockieren?`,
  blockMeans:
    'Ihr seht einander nicht mehr, folgt einander nicht mehr und könnt einander nicht schreiben. Auf deiner Seite steht für die Person, dass du sie blockiert hast.',
  blockYes: 'Blockieren',
  youMuted: 'Du hast diese Person stummgeschaltet.',
  youMutedMore: 'Ihre Beiträge siehst du hier und sonst nirgends. Sie weiß nichts davon.',
  youBlocked: 'Du hast diese Person blockiert.',
  blockedYou: 'Diese Person hat dich blockiert.',
  blockedMore: 'Ihr seht beide nicht, was die andere Seite schreibt.',
  title: 'Stumm und blockiert',
  lead: 'Wen du stummschaltest, erfährt nichts davon. Wen du blockierst, sieht es auf deiner Seite.',
  settingsLead: 'Wen du nicht sehen möchtest.',
  show: 'Liste anzeigen',
  notLoaded: 'Die Liste kam nicht an.',
  muted: 'Stumm',
  blocked: 'Blockiert',
  none: 'Du hast niemanden stummgeschaltet oder blockiert.',
  noneMore: 'Beides geht auf der Seite einer Person.',
  more: (people) => plural(people, { one: '1 weitere Person.', other: `${count(people)} weitere Personen.` }),
  unmuteThis: 'Nicht mehr stumm',
  unblockThis: 'Nicht mehr blockieren',
  reportPostTitle: 'Was stimmt mit diesem Beitrag nicht?',
  reportPersonTitle: (name) => `Was stimmt mit ${name} nicht?`,
  reportLead: 'Wer dieses Nod betreut, liest es. Sonst erfährt niemand, dass du es warst.',
  reasons: {
    spam: 'Spam oder Betrug',
    abuse: 'Beleidigt, bedroht oder verfolgt jemanden',
    illegal: 'Verstößt gegen das Gesetz',
    other: 'Etwas anderes',
  },
  chooseReason: 'Wähle aus, was nicht stimmt.',
  words: 'Was man wissen sollte (kann leer bleiben)',
  send: 'Melden',
  reportedTitle: 'Danke.',
  reported:
    'Deine Meldung liegt bei denen, die dieses Nod betreuen. Sie sehen sie an und entscheiden; hier hörst du nichts mehr davon. Bis dahin kannst du die Person stummschalten oder blockieren.',
  close: 'Schließen',
};

export const text: Messages['text'] = {
  language: 'Sprache des Beitrags',
};

export const threads: Messages['threads'] = {
  replyingTo: (name) => html`Antwort an ${name}`,
  replies: 'Antworten',
  noReplies: 'Noch keine Antworten.',
  yourReply: 'Deine Antwort',
  replyPlaceholder: (name) => `@${name} antworten`,
  reply: 'Antworten',
  replied: 'Deine Antwort ist veröffentlicht.',
  signInToReply: () => 'Zum Antworten anmelden',
  moreAbove: 'Zeigen, was davor kam',
  moreReplies: 'Mehr Antworten zeigen',
  moreCame: (replies) =>
    plural(replies, {
      one: `${count(replies)} weitere Antwort.`,
      other: `${count(replies)} weitere Antworten.`,
    }),
  gone: {
    deleted: 'Dieser Beitrag wurde gelöscht.',
    hidden: 'Dieser Beitrag ist zurzeit verborgen.',
    unseen: 'Du und wer das geschrieben hat, ihr seht einander nicht.',
  },
  goneTitle: 'Beitrag gelöscht · Nod',
  above: 'Worauf das antwortet',
  whoMayReply: 'Wer antworten darf',
  who: {
    everybody: 'Alle dürfen antworten',
    following: 'Nur Leute, denen ich folge',
    mentioned: 'Nur Leute, die ich erwähne',
    nobody: 'Niemand darf antworten',
  },
  whoSaid: {
    following: 'Antworten darf nur, wem die Autorin oder der Autor folgt.',
    mentioned: 'Antworten darf nur, wer im ersten Beitrag erwähnt ist.',
    nobody: 'Hier darf niemand antworten.',
  },
  removeReply: (name) =>
    html`Entfernen<span class="visually-hidden">: die Antwort von ${name} aus diesem Gespräch</span>`,
  removed: 'Die Antwort steht nicht mehr in diesem Gespräch.',
  edit: () => html`Bearbeiten<span class="visually-hidden">: dieser Beitrag</span>`,
  editLabel: 'Der Text deines Beitrags',
  saveEdit: 'Speichern',
  cancelEdit: 'Abbrechen',
  saved: 'Gespeichert.',
  editedMeanwhile:
    'Dieser Beitrag wurde in einem anderen Fenster geändert. Kopiere deinen Text und lade die Seite neu.',
  edited: 'bearbeitet',
  history: 'Was hier stand',
  closeHistory: 'Schließen',
  now: 'Jetzt',
  historyNotLoaded: 'Die früheren Fassungen sind nicht angekommen.',
  deleted: 'Gelöscht.',
  undo: 'Rückgängig',
  deletedAnnounced: 'Der Beitrag ist gelöscht. Du kannst das zehn Sekunden lang rückgängig machen.',
  undone: 'Der Beitrag ist wieder da.',
  notDeleted: (why) => `Der Beitrag wurde nicht gelöscht. ${why}`,
};

export const people: Messages['people'] = {
  follow: 'Folgen',
  following: 'Folge ich',
  followName: (name) => `Folgen: ${name}`,
  followingName: (name) => `Folge ich: ${name}. Nicht mehr folgen`,
  nowFollowing: (name) => `Du folgst jetzt ${name}.`,
  nowNotFollowing: (name) => `Du folgst ${name} nicht mehr.`,
  followsYou: 'Folgt dir',
  followersOf: (name) => html`Wer ${name} folgt`,
  followedBy: (name) => html`Wem ${name} folgt`,
  titleOfFollowers: (name) => `Wer ${name} folgt`,
  titleOfFollowing: (name) => `Wem ${name} folgt`,
  nobodyFollows: 'Noch folgt hier niemand.',
  followsNobody: 'Folgt noch niemandem.',
  notLoaded: 'Die Liste kam nicht an',
  morePeople: (number) =>
    plural(number, { one: '1 weitere Person.', other: `${count(number)} weitere Personen.` }),
  lists: 'Beiträge',
  home: 'Start',
  everybody: 'Alle',
  followSomebody: 'Folge jemandem, dann steht hier, was die Person schreibt.',
  suggested: 'Wer hier schreibt',
  nothingAtHome: 'Hier ist noch nichts',
  nothingAtHomeMore: 'Wem du folgst, hat noch nichts geschrieben. Sieh nach, was alle schreiben.',
};
export const navigation: Messages['navigation'] = {
  search: 'Suche',
  notices: 'Neues',
  messages: 'Nachrichten',
  profile: 'Profil',
  saved: 'Gemerkt',
  settings: 'Optionen',
  unread: (items) => `(${count(items)} neu)`,
  newPost: 'Neuer Beitrag',
  close: 'Schließen',

  newPosts: (posts) => plural(posts, { one: '1 neuer Beitrag', other: `${count(posts)} neue Beiträge` }),
  manyNewPosts: (least) => `Mehr als ${count(least)} neue Beiträge`,
  newPostsAbove: (posts) =>
    plural(posts, {
      one: '1 neuer Beitrag steht darüber.',
      other: `${count(posts)} neue Beiträge stehen darüber.`,
    }),
  toNewest: 'Zu den neuesten',

  keys: 'Tastatur',
  keysLead: 'Ein Buchstabe genügt, wo du nicht gerade schreibst.',
  nextPost: 'Nächster Beitrag',
  postBefore: 'Vorheriger Beitrag',
  like: 'Gefällt mir',
  reply: 'Antworten',
  theseKeys: 'Diese Liste',
  keysOn: 'Buchstaben wirken so',
  keysOnMore:
    'Schalte es ab, wenn du mit deinem Computer sprichst oder Tasten aus Versehen drückst. Die Liste steht auch in den Optionen.',
  keysOfPages: 'Buchstaben, die dich von Beitrag zu Beitrag bringen',
  showKeys: 'Zeigen',
};

export const profile: Messages['profile'] = {
  edit: 'Profil bearbeiten',
  editTitle: 'Dein Profil bearbeiten',
  name: 'Name',
  about: 'Über dich',
  aboutTooLong: (over) => `Kürze den Text um ${count(over)} Zeichen, um ihn zu speichern.`,
  links: 'Wo man dich sonst findet',
  link: (number) => `Link ${count(number)}`,
  linkWrong: 'Das ist keine Adresse einer Seite. Sie sieht so aus: example.com/du.',
  saved: 'Gespeichert.',
  posts: (posts, number) => html`${number}${plural(posts, { one: ' Beitrag', other: ' Beiträge' })}`,
  followers: (people, number) => html`${number}${plural(people, { one: ' folgt', other: ' folgen' })}`,
  following: (_, number) => html`folgt ${number}`,
  pinned: 'Angeheftet',
  pin: 'An dein Profil anheften',
  unpin: 'Von deinem Profil lösen',
  isPinned: 'An dein Profil angeheftet.',
  isUnpinned: 'Nicht mehr angeheftet.',
  choosePicture: 'Bild wählen',
  removePicture: 'Bild entfernen',
  showLastSeen: 'Zeigen, an welchem Tag du zuletzt hier warst',
  showLastSeenMore:
    'Nur den Tag, und nur angemeldeten Leuten. Wer von dir blockiert ist oder dich blockiert hat, sieht ihn nicht.',
  lastSeen: (day) => html`Zuletzt hier: ${day}`,
  replies: 'Antworten',
  likes: 'Gefällt mir',
  noReplies: 'Noch keine Antworten.',
  noRepliesMore: 'Antworten auf andere Beiträge stehen hier.',
  noLikes: 'Noch nichts, was dir gefällt.',
  noLikesMore: 'Was dir gefällt, steht hier. Niemand sonst sieht es.',
  likesPrivate: 'Was jemandem gefällt, ist privat.',
  likesPrivateMore: 'Niemand sieht, was anderen gefällt.',
};

export const marks: Messages['marks'] = {
  reply: (name) => `Auf den Beitrag von ${name} antworten`,
  repost: (name) => `Den Beitrag von ${name} teilen`,
  like: (name) => `Der Beitrag von ${name} gefällt mir`,
  save: (name) => `Den Beitrag von ${name} merken`,
  share: (name) => `Den Beitrag von ${name} weitergeben`,
  more: (name) => `Mehr zum Beitrag von ${name}`,
  counted: (button, number) => `${button}: ${number}`,
  repostedBy: (name) => html`Geteilt von ${name}`,
  repostedByYou: 'Von dir geteilt',
  copyText: 'Text kopieren',
  copyAddress: 'Adresse kopieren',
  textCopied: 'Der Text ist kopiert.',
  addressCopied: 'Die Adresse ist kopiert.',
  notCopied: 'Dein Browser hat das Kopieren nicht zugelassen.',
  saved: 'Gemerkt',
  savedLead: 'Was du dir merkst, siehst nur du.',
  savedNotLoaded: 'Was du dir gemerkt hast, ließ sich nicht laden.',
  nothingSaved: 'Noch nichts gemerkt.',
  nothingSavedMore: 'Was du dir unter einem Beitrag merkst, steht dann hier.',
};

export const chats: Messages['chats'] = {
  title: 'Nachrichten',
  list: 'Unterhaltungen',
  listFailed: 'Deine Unterhaltungen konnten nicht geladen werden.',
  moreCame: (chats) =>
    plural(chats, { one: 'Eine weitere Unterhaltung.', other: `${count(chats)} weitere Unterhaltungen.` }),
  none: 'Noch keine Nachrichten',
  noneMore: () =>
    html`Um jemandem zu schreiben, öffne die Seite der Person und drück auf den Umschlag. <a href="/">Wer ist hier?</a>`,
  choose: 'Wähle eine Unterhaltung.',
  you: (text) => html`Du: ${text}`,
  deleted: 'Diese Nachricht wurde gelöscht.',
  unread: (messages) =>
    plural(messages, {
      one: 'Eine ungelesene Nachricht',
      other: `${count(messages)} ungelesene Nachrichten`,
    }),
  back: 'Alle Nachrichten',
  with: (name) => `Nachrichten mit ${name}`,
  failed: 'Diese Unterhaltung konnte nicht geladen werden.',
  earlier: 'Frühere Nachrichten zeigen',
  earlierCame: (messages) =>
    plural(messages, { one: 'Eine frühere Nachricht.', other: `${count(messages)} frühere Nachrichten.` }),
  whoReads: (name) => html`${name} und du könnt das lesen, und wer dieses Nod betreibt, könnte es auch.`,
  nothingYet: (name) => html`Du und ${name} habt einander noch nicht geschrieben.`,
  newOnes: 'Neu',
  from: (name) => html`${name}:`,
  fromYou: 'Du:',
  yourMessage: 'Deine Nachricht',
  write: 'Schreib eine Nachricht',
  enterSends: 'Enter sendet, Umschalt und Enter beginnt eine neue Zeile.',
  send: 'Senden',
  writeFirst: 'Schreib zuerst etwas.',
  tooLong: (most, over) =>
    `Eine Nachricht hat höchstens ${count(most)} Zeichen. Kürze sie um ${count(over)}.`,
  sending: 'Wird gesendet',
  notSent: 'Nicht gesendet.',
  sendAgain: 'Noch einmal senden',
  discard: 'Verwerfen',
  delete: () => html`<span class="visually-hidden">Diese Nachricht </span>Löschen`,
  deleteAsk: 'Diese Nachricht für euch beide löschen?',
  deleteYes: 'Löschen',
  deleteNo: 'Behalten',
  wasDeleted: 'Die Nachricht wurde gelöscht.',
  blocked: 'Du und diese Person könnt einander nicht schreiben.',
  yourself: 'Das bist du',
  yourselfMore: 'Um jemand anderem zu schreiben, öffne die Seite der Person und drück auf den Umschlag.',
};

/** Pictures in posts: adding them, and looking at them. */
export const media = {
  add: 'Bilder hinzufügen',
  /** Below the composer. Pictures are counted from one. */
  describe: (n: number) => `Bild ${count(n)} beschreiben`,
  describeHelp: 'Was zu sehen ist, für alle, die es nicht sehen',
  remove: (n: number) => `Bild ${count(n)} entfernen`,
  sending: 'Unterwegs',
  failed: 'Dieses Bild ist nicht angekommen.',
  again: 'Noch einmal',
  tooMany: 'Ein Beitrag hat höchstens vier Bilder.',
  tooHeavy: 'Dieses Bild ist zu groß, und dein Browser kann es nicht verkleinern.',
  wait: 'Warte, bis deine Bilder angekommen sind.',

  /** On a picture that somebody has described. */
  alt: 'ALT',
  open: (n: number) => `Bild ${count(n)} öffnen`,
  of: (n: number, all: number) => `Bild ${count(n)} von ${count(all)}`,
  undescribed: 'Niemand hat dieses Bild beschrieben.',
  previous: 'Voriges Bild',
  next: 'Nächstes Bild',
  close: 'Schließen',
};

export const search: Messages['search'] = {
  title: 'Suche',
  label: 'Wonach du suchst',
  placeholder: 'Beiträge, Personen, Tags',
  search: 'Suchen',
  kinds: 'Was gefunden wurde',
  posts: 'Beiträge',
  people: 'Personen',
  notLoaded: 'Die Suche ging nicht.',
  nothing: 'Nichts gefunden.',
  nothingMore: 'Alle Wörter müssen in einem Beitrag stehen. Versuch weniger oder andere.',
  nobody: 'Niemand gefunden.',
  nobodyMore: 'Personen findest du am Anfang ihrer Namen.',
  nothingSoFar: 'Bisher nichts gefunden.',
  lookedBackTo: (day) => html`Gesucht bis zum ${day}.`,
  lookFurther: 'Weiter zurück suchen',
  noneOfTag: 'Diesen Tag hat noch niemand benutzt.',
  noneOfTagMore: 'Schreib ihn in einen Beitrag, dann steht der hier.',
  help: {
    title: 'Suchen kannst du auch',
    phrase: 'diese Wörter in dieser Folge',
    tag: 'einen Tag',
    fromMe: 'deine eigenen Beiträge; die anderer mit ihrem Namen',
    image: 'Beiträge mit Bildern',
    before: 'Beiträge vor einem Tag',
    since: 'Beiträge ab einem Jahr, Monat oder Tag',
  },
};

export const notices: Messages['notices'] = {
  title: 'Neues',
  failed: 'Was es Neues gibt, ließ sich nicht laden.',
  moreCame: (notices) => plural(notices, { one: 'Eines mehr.', other: `${count(notices)} mehr.` }),
  none: 'Noch nichts Neues',
  noneMore:
    'Hier steht, wer dir folgt, dich erwähnt und dir antwortet, wem deine Beiträge gefallen, wer sie teilt und was sich an deinem Konto ändert.',
  isNew: 'Neu:',
  followed: (name) => html`${name} folgt dir`,
  mentioned: (name) => html`${name} hat dich erwähnt`,
  replied: (name) => html`${name} hat dir geantwortet`,
  liked: (who) => html`${who} gefällt dein Beitrag`,
  reposted: (who, people) =>
    plural(people, {
      one: html`${who} hat deinen Beitrag geteilt`,
      other: html`${who} haben deinen Beitrag geteilt`,
    }),
  others: (people) => plural(people, { one: 'eine weitere Person', other: `${count(people)} weitere` }),
  toActivity: 'Alle Aktivitäten',
};
