/**
 * All that Nod says, in French.
 *
 * The reader is « vous ». Nothing says whether the reader is a man or a woman, so no participle agrees with « vous ». What
 * comes as a parameter follows neither « de » nor « que », which would lose their vowel before some names; browsers are
 * masculine as « le navigateur », and phones by name have neither article nor agreement.
 *
 * Words: téléphone, navigateur, compte, pseudo (username), nom (what is shown beside it), nombre (the six digits; a « numéro »
 * would be a phone’s), code de récupération, clé d’accès (passkey, as Google and Microsoft say), empreinte, code PIN, service
 * (provider), associer / dissocier, se connecter / se déconnecter, fermer une session, déconnecter un navigateur (end it),
 * approuver / refuser, retirer (a phone), oublier (a browser), accès (way in), post / publier, réglages, téléphone d’essai.
 * « Nod » stays; the nod is « un oui sur votre téléphone ».
 *
 * Quotation marks are « », and there is a narrow no-break space (U+202F) inside them and before « : ; ? ».
 */

import type { Missing } from '../../shared/errors.ts';
import type { Act } from '../../shared/sessions/acts.ts';
import type { Reason } from '../../shared/sessions/session.ts';
import { html, type View } from '../lib/html.ts';
import { capitalised, count, plural } from '../lib/language.ts';
import type { Messages } from '../lib/messages.ts';
import type { Wait } from '../lib/problem-sentence.ts';

/** Counts are written in figures, after which a million takes no « de »: `many` is as `other`. 0 is `one`. */
const either = (number: number, one: string, other: string): string =>
  plural(number, { one, many: other, other });

const counted = (number: number, one: string, other: string): string =>
  `${count(number)} ${either(number, one, other)}`;

/** The same of the phone or the computer that is the reader’s key. */
const forBoth = <Said>(say: (machine: string, thisOne: string, ThisOne: string) => Said) => ({
  phone: say('téléphone', 'ce téléphone', 'Ce téléphone'),
  computer: say('ordinateur', 'cet ordinateur', 'Cet ordinateur'),
});

/**
 * A sentence about each of what a browser may ask for, which stands behind « à », « pour » or « peut »; `others` are said in
 * another way. Whoever calls it here says that the call is pure, or every script has the section with all that it says.
 */
const forActs = <Said, Others extends object = object>(
  say: (act: string) => Said,
  others?: Others,
): Omit<Record<Act, Said>, keyof Others> & Others => ({
  add_phone: say('ajouter un téléphone'),
  remove_phone: say('retirer un téléphone'),
  new_recovery_code: say('créer un nouveau code de récupération'),
  add_link: say('associer un compte'),
  remove_link: say('dissocier un compte'),
  not_me: say('déconnecter un navigateur et annuler ce qu’il a fait'),
  ...(others as Others),
});

const UNKNOWN = 'quelque chose que cette page ne connaît pas encore';

export const pages: Messages['pages'] = {
  home: { title: 'Nod', description: 'Un microblog où l’on se connecte d’un simple oui sur son téléphone.' },
  signin: { title: 'Connexion · Nod', description: 'Connectez-vous à Nod avec votre téléphone.' },
  register: {
    title: 'Inscription · Nod',
    description: 'Choisissez un pseudo, et votre téléphone devient votre accès. Sans mot de passe.',
  },
  social: { title: 'Connexion en cours · Nod', description: 'Le retour d’un service de connexion.' },
  account: {
    title: 'Compte · Nod',
    description: 'Les navigateurs connectés à votre compte, et les téléphones qui les approuvent.',
  },
  activity: {
    title: 'Activité · Nod',
    description: 'Ce qui s’est passé sur votre compte ces 90 derniers jours.',
  },
  code: {
    title: 'Votre code de récupération · Nod',
    description: 'Le code qui vous rend l’accès si vous perdez votre téléphone.',
  },
  recover: {
    title: 'Téléphone perdu ? · Nod',
    description: 'Faites d’un autre téléphone votre accès avec votre code de récupération.',
  },
  phone: { title: 'Votre téléphone · Nod', description: 'Approuvez des connexions depuis ce téléphone.' },
  profile: { title: 'Profil · Nod', description: 'Les posts d’une personne.' },
  post: { title: 'Post · Nod', description: 'Un post.' },
  offline: {
    title: 'Pas de connexion · Nod',
    description: 'Remplace une page tant que Nod est injoignable.',
  },
  'not-found': { title: 'Page introuvable · Nod', description: 'Cette page n’existe pas.' },
};

export const noscript: Messages['noscript'] = {
  needed: 'Nod a besoin de JavaScript pour parler à votre téléphone. Activez-le et rechargez cette page.',
  toWrite:
    'Pour vous connecter ou écrire, activez JavaScript : Nod en a besoin pour parler à votre téléphone.',
};

export const layout: Messages['layout'] = {
  skip: 'Aller au contenu',
  logo: 'Nod, accueil',
  places: 'Menu principal',
  home: 'Accueil',
  approve: 'Approuver',
  browsersWait: (browsers) => `(${counted(browsers, 'navigateur en attente', 'navigateurs en attente')})`,
  signIn: 'Connexion',
  register: 'S’inscrire',
  account: 'Compte',
  yourPosts: 'Vos posts',
  postsOf: (username) => html`${username}, vos posts`,
  browserWaits: 'Un navigateur attend votre oui. Ouvrez Approuver.',
  offline: 'Vous êtes hors ligne.',
  offlineMore: 'Ce que vous voyez n’est peut-être plus à jour.',
  silent: 'Nod est injoignable',
  silentMore: 'Cette page est verrouillée pour l’instant. Elle réessaie, et s’ouvrira toute seule.',
  silentBar: 'Nod est injoignable.',
  silentBarMore: 'Vous pouvez continuer à lire, et publier dès son retour.',
  away: 'Votre téléphone s’est absenté',
  awayMore:
    'Ce navigateur n’est connecté que tant que votre téléphone est là. Rouvrez Nod sur votre téléphone, et cette page reprendra toute seule.',
  awayBar: 'Votre téléphone s’est absenté.',
  awayBarMore: 'Vous pouvez continuer à lire. Pour publier, rouvrez Nod sur votre téléphone.',
  signOut: 'Se déconnecter',
  cookiesNeeded:
    'Nod a besoin de cookies pour vous connecter. Autorisez-les pour ce site dans les réglages de votre navigateur, puis rechargez cette page.',
  theme: 'Thème',
  themes: { system: 'Système', light: 'Clair', dark: 'Sombre' },
};

export const common: Messages['common'] = {
  cancel: 'Annuler',
  tryAgain: 'Réessayer',
  loadMore: 'Afficher plus',
  keep: 'Garder',
  listFailed: 'La liste n’a pas pu s’afficher.',
  morePosts: (posts) => counted(posts, 'post de plus.', 'posts de plus.'),
  postsShown: (posts) => counted(posts, 'post est réaffiché.', 'posts sont réaffichés.'),
};

const tryAgain = (wait: Wait | undefined): string =>
  wait === undefined
    ? 'Réessayez dans une minute.'
    : `Réessayez dans ${count(wait.minutes)} min, à ${wait.at}.`;

export const problems: Messages['problems'] = {
  unreachable: 'Nod est injoignable. Vérifiez votre connexion, puis réessayez.',
  muchAtOnce: (wait) => `Trop de demandes à la fois. ${tryAgain(wait)}`,
  failed: 'Quelque chose n’a pas marché chez nous. Réessayez dans un instant.',
  refused: 'Nod ne l’a pas fait. Rechargez cette page, puis réessayez.',

  fields: {
    username: 'Un pseudo a 3 à 20 lettres a–z, chiffres ou _.',
    displayName: 'Un nom a 1 à 50 caractères sur une ligne, dont au moins un visible.',
    name: 'Le nom d’un téléphone a 1 à 40 caractères sur une ligne, dont au moins un visible.',
    body: 'Un post a 1 à 500 caractères, dont au moins un visible.',
    code: 'Il y a une faute de frappe dans ce code. Comparez chaque caractère à ce que vous avez noté.',
    number: 'Le nombre a six chiffres.',
  },
  invalidInput: 'Nod n’a pas pu lire ce qui a été envoyé. Rechargez cette page, puis réessayez.',

  codes: {
    not_signed_in: 'Connectez-vous d’abord.',
    signed_in_as_other: 'Un autre compte est ouvert ici.',
    not_waiting: 'Ce navigateur n’attend pas de connexion. Recommencez.',
    not_awaiting_input: 'Ce navigateur n’attend pas de réponse. Recommencez.',
    not_a_phone: 'Ce téléphone n’est pas configuré.',
    reauth_required: 'Confirmez que c’est vous, puis réessayez.',
    phone_away: 'Votre téléphone s’est absenté. Rouvrez Nod sur votre téléphone.',
    user_disabled: 'Ce compte est désactivé.',
    username_taken: 'Ce pseudo est pris. Choisissez-en un autre.',

    assertion_refused: ({ what }) =>
      what === 'passkey'
        ? 'Cette clé d’accès n’ouvre aucun compte. Le téléphone a peut-être été retiré.'
        : 'Cette confirmation ne vient pas de votre téléphone. Réessayez.',
    challenge_used: 'Cette confirmation a déjà servi ou a trop tardé. Réessayez.',
    attestation_refused: ({ what }) =>
      what === 'passkey'
        ? 'La clé d’accès de ce téléphone n’a pas pu être vérifiée. Réessayez.'
        : 'La clé de ce téléphone est trop faible ou inutilisable. Essayez une autre app de clés d’accès ou un autre téléphone.',

    number_unknown: 'Aucune connexion n’affiche ce nombre. Relisez-le.',
    number_crowded_out: 'Trop de demandes sous votre pseudo. Recommencez sur l’autre écran.',
    too_many_numbers: (wait) => `Trop de nombres faux. ${tryAgain(wait)}`,
    not_approved: 'Votre téléphone n’a pas encore approuvé cette connexion.',
    already_answered: 'Cette connexion a déjà sa réponse.',
    already_completed: 'Cette connexion a déjà abouti.',
    session_ended: 'Cette connexion est terminée.',

    ticket_unknown: 'Ce lien est inconnu. Scannez à nouveau le code affiché.',
    ticket_used: ({ what }) => ticketUsed[what],
    ticket_expired: ({ what }) =>
      what === 'link'
        ? 'Ce lien a plus de dix minutes. Recommencez dans votre navigateur.'
        : 'Le navigateur qui a invité ce téléphone est déconnecté. Invitez-le à nouveau.',
    too_many_phones: ({ most }) =>
      `Vous avez déjà ${count(most)} téléphones. Retirez-en un avant d’en ajouter un autre.`,
    last_sign_in_method: ({ method }) =>
      method === 'phone'
        ? 'C’est votre seul accès : ajoutez-en un autre avant de le retirer.'
        : 'C’est votre seul accès : ajoutez d’abord un téléphone ou un autre compte.',
    endpoint_refused: 'Le service de notifications doit être public.',

    code_unknown: 'Ce pseudo et ce code ne vont pas ensemble.',
    recovery_not_stopped: 'Cette récupération n’a pas pu être arrêtée. Actualisez.',

    provider_unknown: 'Cette façon de se connecter n’existe pas ici.',
    provider_refused: 'Le service a refusé, ou sa réponse ne convient pas. Rien n’a changé.',
    provider_declined: ({ provider }) => `Vous revenez sans connexion avec ${provider}. Rien n’a changé.`,
    provider_account_refused: ({ provider }) => `Votre compte ${provider} ne peut pas servir ici.`,
    signed_out_there: ({ provider }) =>
      `Votre session ${provider} a été fermée entre-temps. Rien n’a changé. Recommencez.`,
    authorization_unknown:
      'Cette connexion a commencé dans un autre navigateur, a déjà servi ou a plus de dix minutes. Recommencez.',
    provider_unavailable: 'Votre service ne répond pas. Réessayez dans un instant.',
    provider_not_ready: 'Cette façon de se connecter n’est pas prête. Réessayez dans un instant.',
    link_taken: 'Ce compte est déjà associé à quelqu’un d’autre ici.',
    already_linked: ({ provider }) => `Un compte ${provider} est déjà associé. Dissociez-le d’abord.`,

    not_found: ({ what }) => nothingFound[what],
    conflict: 'Quelque chose a changé entre-temps. Actualisez, puis décidez.',
    too_many: (wait) => `Trop de demandes à la fois. ${tryAgain(wait)}`,
    too_large: 'C’est trop à la fois.',
    store_unavailable: 'La base de données ne répond pas. Réessayez dans un instant.',
    internal: 'Quelque chose n’a pas marché chez nous. Rien n’a changé.',

    invalid_json: 'Nod n’a pas pu lire ce qui a été envoyé.',
    unsupported_media_type: 'Nod n’a pas pu lire ce qui a été envoyé.',
    cross_origin_refused: 'Cette demande ne vient pas d’une page de ce site.',
    direct_access_refused: 'Passez par l’adresse de ce site.',
  },
};

const ticketUsed = {
  link: 'Ce lien a déjà servi. Recommencez dans votre navigateur.',
  code: 'Ce code de récupération a déjà servi ou a été remplacé.',
  phone: 'Ce téléphone a été retiré entre-temps.',
};

const nothingFound: Record<Missing, string> = {
  phone: 'Ce téléphone n’existe pas.',
  session: 'Cette session n’existe pas.',
  signin: 'Cette connexion n’existe pas.',
  recovery: 'Cette récupération n’existe pas.',
  link: 'Ce compte associé n’existe pas.',
  receipt: 'Cette session n’a pas de reçu.',
  browser: 'Ce navigateur n’est pas connu, ou plus.',
  post: 'Ce post n’existe pas.',
  user: 'Personne n’a ce pseudo.',
  route: 'Cette page n’existe pas.',
  thing: 'Cela n’existe pas, ou plus.',
};

export const notice: Messages['notice'] = {
  title: 'Cela n’a pas marché · Nod',
  heading: 'Cela n’a pas marché',
  backToAccount: 'Revenir à votre compte',
  signInAgain: 'Se reconnecter',
  goHome: 'Aller à l’accueil',
  logo: 'Nod, accueil',
};

export const browsers: Messages['browsers'] = {
  nameOn: (browser, os) => `${browser} sur ${os}`,
  here: 'cette machine',
  // A day would need « le », a time « à »: a colon goes with both, here and wherever a time may be either.
  signedIn: {
    '10m': (moment) => html`Connexion : ${moment}, pour 10 minutes`,
    '24h': (moment) => html`Connexion : ${moment}, pour 24 heures`,
    '30d': (moment) => html`Connexion : ${moment}, pour 30 jours`,
  },
  thisOne: /* @__PURE__ */ forBoth((_, thisOne) => thisOne),
  ends: (end) => html`Fin : ${end}`,
  endsOrIdle: (end, idleEnd) => html`Fin : ${end}, ou ${idleEnd} en cas d’inactivité`,
  which: (name, moment) => `${name}, connexion : ${moment}`,
  whichAt: (name, moment, place) => `${name}, connexion : ${moment}, ${place}`,
  takesBack: 'Ce qui en vient sera annulé aussi :',
  takenBack: (several) => html`Annulé aussi : ${several}.`,
  takenPhone: (name) => html`le téléphone ${name}`,
  takenProvider: (provider) => html`la connexion avec ${provider}`,
  takenCode: 'le code de récupération',
  takenSessions: (browsers) => counted(browsers, 'autre navigateur', 'autres navigateurs'),
  signIn: 'se connecter',
  acts: /* @__PURE__ */ forActs((act) => act),
  actQuestions: /* @__PURE__ */ forActs((act) => `${capitalised(act)} ?`),
};

export const posts: Messages['posts'] = {
  home: 'Accueil',
  introTitle: 'Un signe de tête suffit.',
  introLead:
    'Nod est un petit coin pour des posts courts. Cet écran affiche un nombre, votre téléphone demande votre empreinte ou votre visage, et vous y êtes. Jamais de mot de passe.',
  register: 'S’inscrire',
  signIn: 'Se connecter',
  signedOut: 'Vous n’avez pas de session ouverte ici.',
  everybodys: 'Ce qui se dit',
  noneYet: 'Rien ici pour l’instant.',
  registerAndWrite: () => html`<a href="/register">Inscrivez-vous</a> et écrivez le premier post.`,
  writeAbove: 'Écrivez le premier post ci-dessus. Tout le monde le verra ici.',
  yourPost: 'Votre post',
  placeholder: 'Qu’avez-vous en tête ?',
  charactersLeft: (characters, number) =>
    html`${number}<span class="visually-hidden">${either(
      characters,
      ' caractère restant',
      ' caractères restants',
    )}</span>`,
  post: 'Publier',
  posted: 'C’est publié.',
  writeFirst: 'Écrivez d’abord quelque chose.',
  tooLong: (most, over) => `Un post a ${count(most)} caractères au plus. Retirez-en ${count(over)}.`,
  notLoaded: 'Les posts n’ont pas pu s’afficher.',
  showMore: 'Afficher plus',
  showLess: 'Afficher moins',
  deleteThis: () => html`Supprimer<span class="visually-hidden"> ce post</span>`,
  deleteAsk: 'Supprimer ce post pour de bon ?',
  deleteYes: 'Supprimer',
  deleteNo: 'Le garder',
  deleted: 'C’est supprimé.',
  postNotLoaded: 'Le post n’a pas pu s’afficher.',
  postTitle: (name, words) => `${name} : ${words} · Nod`,
  postBy: (name) => html`Un post signé ${name}`,
  moreBy: (username) => html`Les autres posts de ${username}`,
  toEverybodys: 'Tout ce qui se dit',
  profileNotLoaded: 'Le profil n’a pas pu s’afficher.',
  profileDescription: (name) => `Ce que dit ${name} sur Nod.`,
  since: (month) => `ici depuis ${month}`,
  authors: 'Posts',
  noneOfAuthor: 'Aucun post pour l’instant.',
  noneOfAuthorMore: 'Le premier apparaîtra ici.',
  noneOfOwn: () => html`<a href="/">Écrivez votre premier post</a> à l’accueil.`,
};

export const missing: Messages['missing'] = {
  goHome: 'Aller à l’accueil',
  page: 'Il n’y a pas de page ici',
  pageMore: 'Il y a peut-être une faute de frappe dans l’adresse, ou la page n’existe plus.',
  post: 'Ce post n’existe pas',
  postMore: 'La personne qui l’a écrit l’a peut-être supprimé.',
  postTitle: 'Post introuvable · Nod',
  deleted: 'Votre post est supprimé',
  deletedMore: 'Plus personne ne le voit.',
  author: (username) => html`Personne ne s’appelle ${username}`,
  authorMore: 'Vérifiez le pseudo, ou revenez à l’accueil.',
  authorTitle: 'Personne de ce nom · Nod',
  description: 'Il n’y a rien ici.',
  offline: 'Pas de connexion à Nod',
  offlineMore: 'Cette page s’ouvrira toute seule dès son retour. Vous n’avez rien à faire.',
  tryNow: 'Essayer maintenant',
  trying: 'Essai en cours',
  tryAgain: 'Réessayer',
};

export const signin: Messages['signin'] = {
  title: 'Se connecter',
  lead: 'Dites qui vous êtes, puis dites oui sur votre téléphone. Il n’y a pas de mot de passe.',
  username: 'Pseudo',
  askMyPhone: 'Demander à mon téléphone',
  usePasskey: /* @__PURE__ */ forBoth((_, thisOne) => `Utiliser une clé d’accès sur ${thisOne}`),
  noPasskey: 'Aucune clé d’accès n’a été utilisée. Réessayez, ou demandez à votre téléphone.',
  newHere: () => html`Première visite ? <a href="/register">Inscrivez-vous</a>`,
  lostPhone: () => html`Téléphone perdu ? <a href="/recover">Utilisez votre code de récupération</a>`,
  signedInAs: (username, next) =>
    html`Le compte ${username} est déjà ouvert ici. <a href=${next}>Continuez vers Nod</a>, ou connectez-vous à nouveau.`,

  reasons: {
    here: 'Vous avez fermé cette session.',
    elsewhere: 'Cette session a été fermée depuis un autre navigateur.',
    phone: 'Cette session a été fermée depuis votre téléphone.',
    not_me: 'Cette session a été signalée comme celle de quelqu’un d’autre, puis fermée.',
    admin: 'Cette session a été fermée par l’administration du site.',
    provider: 'Cette session a été fermée par le service qui l’avait ouverte.',
    phone_removed: 'Cette session a été fermée car son téléphone a été retiré.',
    recovered: 'Cette session a été fermée car le compte a été récupéré.',
    idle: 'Cette session a été fermée après un moment d’inactivité.',
    lifetime: 'Cette session a été fermée car la durée choisie était écoulée.',
    phone_away: 'Cette session a été fermée car votre téléphone s’est absenté trop longtemps.',
    unanswered: 'Votre téléphone n’a pas répondu à temps.',
    denied: 'Votre téléphone a dit non à cette connexion.',
    cancelled: 'Cette connexion a été annulée.',
  } satisfies Record<Reason, string>,

  nodFromPhone: 'Dites oui sur votre téléphone',
  enterNumber: (address) =>
    html`Ouvrez Nod sur votre téléphone, à l’adresse ${address}, et tapez ce nombre. Ou scannez le code.`,
  codeToScan: 'Code à scanner avec l’appareil photo de votre téléphone',
  approveHere: 'Approuver ici',
  useThis: /* @__PURE__ */ forBoth((_, thisOne) => `Utiliser ${thisOne}`),
  orAnotherPhone: 'Ou avec un autre téléphone :',
  orYourPhone: 'Ou avec votre téléphone :',
  waiting: 'En attente de votre téléphone',
  found: 'Demande reçue. Approuvez-la sur votre téléphone',
  nowWaiting: 'En attente de votre téléphone.',
  unreachable: 'Nod est injoignable. Nouvel essai en cours.',
  changedMind: 'Ce n’est pas vous, ou vous changez d’avis ?',

  phoneSaidYes: 'Votre téléphone a dit oui.',
  passkeyAccepted: 'Votre clé d’accès a été acceptée.',
  signingIn: 'Connexion en cours',
  saidSigningIn: (said) => `${said} Connexion en cours.`,
  notYet: 'Vous n’y êtes pas encore',
  startAgain: 'Recommencer',
  startWhenYouLike: 'Recommencez quand vous voulez.',
  thenStartAgain: (sentence) => `${sentence} Recommencez.`,
  replaced: 'Une autre connexion a commencé dans un autre onglet. Continuez-y, ou recommencez ici.',
  gone: 'Ce navigateur n’attend plus. Recommencez.',
  denied: 'Votre téléphone a dit non. Si c’était une erreur, recommencez.',
  stoppedRecovery:
    'Un téléphone de ce compte a arrêté la récupération, et le code est annulé. Connectez-vous plutôt avec ce téléphone.',
  late: 'Votre téléphone avait déjà dit oui. Aucune session n’a été ouverte ici, et l’approbation prendra fin toute seule dans les deux minutes.',
  unanswered: {
    signin: 'Votre téléphone n’a pas répondu en deux minutes. Recommencez quand vous l’aurez sous la main.',
    register:
      'Aucun téléphone n’a été ajouté en dix minutes : le pseudo est de nouveau libre. Recommencez quand vous l’aurez sous la main.',
    recover:
      'Aucun téléphone n’a été ajouté en dix minutes : rien n’a changé, et votre code reste valable. Recommencez quand vous l’aurez sous la main.',
  },
  cancelled: {
    signin: 'C’est annulé. Aucune session n’a été ouverte.',
    register: 'C’est annulé. Le pseudo est de nouveau libre.',
    recover: 'C’est annulé. Rien n’a changé, et votre code reste valable.',
  },

  confirm: 'Confirmez sur votre téléphone',
  confirmTo: /* @__PURE__ */ forActs((act) => () => `Pour ${act}, dites oui sur votre téléphone.`, {
    remove_phone: (name: View) => html`Pour retirer ${name}, dites oui sur votre téléphone.`,
    not_me: (name: View) => html`Pour déconnecter ${name}, dites oui sur votre téléphone.`,
  }),
  askAgain: 'Redemander',
};

export const register: Messages['register'] = {
  title: 'Choisissez votre pseudo',
  lead: 'Ensuite, votre téléphone devient votre accès. Il n’y a pas de mot de passe.',
  yourName: () => html`Votre nom <span class="muted">(facultatif)</span>`,
  yourNameHint: 'Affiché à côté de vos posts. Sans nom, votre pseudo.',
  reserve: 'Réserver ce pseudo',
  haveName: () => html`Déjà un pseudo ? <a href="/signin">Connectez-vous</a>`,
  nameRule: '3 à 20 lettres a–z, chiffres ou _.',
  twoMore: 'Encore deux caractères au moins.',
  oneMore: 'Encore un caractère au moins.',
  tooLong: (characters) => `Cela fait ${count(characters)} caractères ; un pseudo en a 20 au plus.`,
  noSpaces: 'Un pseudo n’a pas d’espace : mettez _.',
  notIn: (character) => `Un pseudo n’a que des lettres a–z, des chiffres et _, donc pas « ${character} ».`,
  youWillBe: (username) => `Vous serez ${username}.`,
  chooseName: 'Choisissez un pseudo.',

  addPhone: 'Ajoutez votre téléphone',
  wayIn: (username) => html`Il devient votre accès à ${username}.`,
  scan: 'Scannez ce code avec l’appareil photo de votre téléphone.',
  letItAsk: 'Laissez votre téléphone demander votre empreinte, votre visage ou votre code PIN.',
  comeBack: 'Revenez à cet écran.',

  isItYours: 'Est-ce votre téléphone ?',
  yourPhone: 'votre téléphone',
  added: (username) => html`Il vient d’être ajouté à ${username}, et vous connectera désormais.`,
  yes: 'Oui, me connecter',
  no: 'Non, arrêter',
  notYours:
    'Aucune session n’a été ouverte ici, et l’approbation prendra fin toute seule dans les deux minutes. Le pseudo est désormais à ce téléphone : recommencez avec un autre pseudo.',
};

export const recovery: Messages['recovery'] = {
  title: 'Téléphone perdu ?',
  lead: 'Avec votre code de récupération, un autre téléphone devient votre accès.',
  code: 'Code de récupération',
  codeHint: 'Tel que noté. Majuscules, espaces et tirets ne comptent pas.',
  onceScanned: 'Une fois votre nouveau téléphone ajouté :',
  phonesGo: 'tous les autres téléphones sont retirés de votre compte ;',
  browsersGo: 'tous les navigateurs sont déconnectés ;',
  codeGoes: 'ce code ne sert plus, et vous en recevez un nouveau.',
  goOn: 'Continuer',
  foundIt: () => html`Retrouvé ? <a href="/signin">Connectez-vous</a>`,
  noCode: 'Tapez le code de récupération que vous avez noté.',
  wrongLength: (characters) =>
    `Un code a 28 caractères, en sept groupes de quatre. Celui-ci en a ${count(characters)}.`,
  typo: 'Il y a une faute de frappe dans ce code. Comparez chaque caractère à ce que vous avez noté.',

  scanTitle: 'Scannez avec votre nouveau téléphone',
  onlyWayIn: (username) => html`Il devient votre seul accès à ${username}. Rien ne change d’ici là.`,
  scan: 'Scannez ce code avec l’appareil photo du téléphone que vous avez maintenant.',
  letItAsk: 'Laissez ce téléphone demander votre empreinte, votre visage ou votre code PIN.',
  comeBack: 'Revenez à cet écran pour votre nouveau code de récupération.',
  codeToScan: 'Code à scanner avec l’appareil photo de votre nouveau téléphone',

  makeTitle: 'Si vous perdez votre téléphone',
  makeLead:
    'Avec un code de récupération et votre pseudo, un autre téléphone devient votre accès. Sans votre téléphone ni ce code, personne ne peut rouvrir votre compte, pas même nous.',
  make: 'Créer mon code de récupération',
  skip: (next) =>
    html`<a href=${next}>Passer pour l’instant</a>. Sans code, à créer sous « Compte », perdre votre seul téléphone, c’est perdre ce compte.`,

  yourCode: 'Votre code de récupération',
  keepIt:
    'Il ne s’affiche que cette fois. Gardez-le sur papier ou dans un gestionnaire de mots de passe, pas seulement sur votre téléphone.',
  keepItElsewhere: () =>
    html`Il ne s’affiche que cette fois. <strong>Notez-le ailleurs que sur ce téléphone</strong>. Il vous rend l’accès si vous perdez votre téléphone.`,
  printedFor: (username, host) => html`Pour ${username} sur ${host}.`,
  printedHow: (address) =>
    `Téléphone perdu ? Ouvrez ${address}, tapez votre pseudo et ce code, puis scannez le code affiché avec votre nouveau téléphone. Tous les autres téléphones sont retirés, tous les navigateurs sont déconnectés, ce code ne sert plus, et vous en recevez un nouveau.`,
  copy: 'Copier',
  print: 'Imprimer',
  noted: 'C’est noté',
  copied: 'C’est copié. Collez-le là où personne d’autre ne peut le lire.',
  notCopied: 'Cela n’a pas marché. Sélectionnez le code et copiez-le vous-même.',
};

export const social: Messages['social'] = {
  continueWith: (provider) => `Continuer avec ${provider}`,
  or: 'ou',

  saidYes: 'Votre service a dit oui.',
  failed: 'Cela n’a pas marché',
  goBack: 'Revenir',
  newHere: (provider) => `Bienvenue. Vous vous connecterez désormais avec ${provider}, sous ce pseudo.`,
  create: 'Créer mon compte',
  haveName: (provider) =>
    html`Déjà un pseudo ? <a href="/signin">Connectez-vous</a> à ce compte, puis associez-y ${provider}.`,
  signedInAs: (username, provider) =>
    html`Le compte ${username} est déjà ouvert ici. Pour y ajouter ${provider}, <a href="/account">associez-le là-bas</a> ; ici, vous en créez un autre.`,
  linkThis: 'Associer ce compte ?',
  linkMeans: (provider) =>
    `Désormais, qui se connecte à ${provider} sous cette identité entre dans votre compte ici.`,
  linkIt: 'Associer',
  dontLink: 'Ne pas associer',
  provider: 'Service',
  accountThere: 'Compte sur ce service',

  linkedAccounts: 'Comptes associés',
  whatFor: 'Un compte associé vous connecte sans votre téléphone.',
  link: (provider) => `Associer ${provider}`,
  linkedOn: (when) => html`associé : ${when}`,
  lastUsed: (when) => html`dernière utilisation : ${when}`,
  onlyWayIn: 'Votre seul accès : ajoutez un téléphone avant de le dissocier.',
  unlink: 'Dissocier',
  linked: 'Le compte est associé.',
  unlinked: 'Le compte est dissocié.',

  confirm: 'Confirmez que c’est vous',
  confirmTo: /* @__PURE__ */ forActs(
    (act) => (provider: string) => `Pour ${act}, reconnectez-vous avec ${provider}.`,
    {
      remove_phone: (provider: string, name: View) =>
        html`Pour retirer ${name}, reconnectez-vous avec ${provider}.`,
      not_me: (provider: string, name: View) =>
        html`Pour déconnecter ${name}, reconnectez-vous avec ${provider}.`,
    },
  ),
  youComeBack: 'Vous reviendrez à cette page.',
  notConfirmed: (provider) => `${provider} n’a pas confirmé`,
  cameBack: (provider) =>
    `Vous êtes de retour, mais ${provider} n’a pas dit que vous venez de vous connecter.`,
  neededTo: /* @__PURE__ */ forActs((act) => () => `Nod en a besoin pour ${act}.`, {
    remove_phone: (name: View) => html`Nod en a besoin pour retirer ${name}.`,
    not_me: (name: View) => html`Nod en a besoin pour déconnecter ${name}.`,
  }),
  signOutThere: (provider) =>
    `Déconnectez-vous chez ${provider}, puis réessayez. S’il ne dit jamais quand vous vous connectez, il ne peut pas servir ici.`,
};

export const account: Messages['account'] = {
  title: 'Compte',
  you: 'Vous',
  signOut: 'Se déconnecter',
  toActivity: 'Voir ce qui s’est passé sur votre compte',

  browsers: 'Navigateurs',
  showMore: 'Afficher plus',
  moreBrowsers: (browsers) => counted(browsers, 'navigateur de plus.', 'navigateurs de plus.'),
  thisBrowser: 'Ce navigateur',
  lastActive: (time) => html`dernière activité : ${time}`,
  approvedWith: (phone) => html`Approuvé avec ${phone}`,
  letInBy: (provider) => `Connecté avec ${provider}`,
  end: 'Déconnecter',
  endWhich: (which) => `Déconnecter ${which}`,
  notMe: 'Ce n’était pas moi',
  notMeWhich: (which) => `Ce n’était pas moi : ${which}`,
  endOthers: 'Déconnecter tous les autres',
  noOthers: 'Aucun autre navigateur n’est connecté.',
  signedOut: (browser) => `${browser} est déconnecté.`,
  signedOutMany: (browsers) =>
    counted(browsers, 'navigateur est déconnecté.', 'navigateurs sont déconnectés.'),

  notMeAsk:
    'Ce navigateur sera déconnecté, ce qu’il a écrit sera masqué, et toute connexion qui vous attend sera refusée. Vous pourrez réafficher ses posts.',
  alsoPhone: (phone) =>
    html`Il a été approuvé avec ${phone}. Si vous n’avez plus ce téléphone, retirez-le aussi.`,
  alsoProvider: (provider) =>
    `Il s’est connecté avec ${provider}. Vérifiez-y aussi qui utilise votre compte.`,
  endAndTakeBack: 'Déconnecter et annuler',
  nothingHidden: 'Il n’avait rien écrit.',
  postsHidden: (posts) => counted(posts, 'post est masqué.', 'posts sont masqués.'),
  codeVoid: () =>
    html`Votre code de récupération est annulé. <a href="#recovery-title">Créez-en un nouveau maintenant</a>`,
  showAgain: 'Les réafficher',

  phones: 'Téléphones',
  phonesLead: 'Eux seuls peuvent dire oui quand un navigateur demande à se connecter.',
  noPhone:
    'Aucun téléphone pour l’instant. Ajoutez le vôtre, et il vous connectera d’un oui, sans votre service.',
  addedAt: (time) => html`Ajout : ${time}`,
  lastUsed: (time) => html`dernière utilisation : ${time}`,
  rings: 'sonne quand vous vous connectez',
  ringsNot: 'ne sonne pas',
  onlyWayIn: 'Votre seul accès : ajoutez un autre téléphone avant de le retirer.',
  rename: 'Renommer',
  phoneName: 'Un nom pour ce téléphone',
  save: 'Enregistrer',
  renamed: (phone) => `Il s’appelle ${phone}.`,
  remove: 'Retirer',
  removeAsk: (phone) => html`Retirer ${phone} ? Ce téléphone ne pourra plus connecter personne.`,
  onlyPhone: (phone) => html`${phone} est votre seul téléphone.`,
  onlyWhileOther: 'Pour le retirer, il faut un autre accès.',
  withoutIt: (provider) => `Sans lui, vous n’aurez plus que ${provider}.`,
  endItsSessions: 'Déconnecter aussi les navigateurs qu’il a approuvés, même celui-ci s’il en est',
  removePhone: 'Retirer ce téléphone',
  phoneRemoved: (phone) => `${phone} ne fait plus partie de vos téléphones.`,

  addPhone: 'Ajouter un téléphone',
  scan: 'Scannez ce code avec l’appareil photo du téléphone à ajouter.',
  letItAsk: 'Laissez ce téléphone demander votre empreinte, votre visage ou votre code PIN.',
  itAppears: 'Il apparaîtra ensuite ici.',
  codeToScan: 'Code à scanner avec l’appareil photo du téléphone à ajouter',
  notNow: 'Pas maintenant ?',
  putAway: 'Masquer le code',
  waitingForPhone: 'En attente du nouveau téléphone.',
  noneAdded: 'Aucun téléphone n’a été ajouté en dix minutes. Recommencez quand vous l’aurez sous la main.',
  phoneAdded: (phone) => `${phone} fait désormais partie de vos téléphones, et peut vous connecter.`,

  recoveryCode: 'Code de récupération',
  recoveryLead: 'Il vous rend l’accès si vous perdez votre téléphone. Un nouveau code remplace le précédent.',
  noCode: 'Aucun code pour l’instant.',
  codeFrom: (day) => html`Votre code date du ${day}.`,
  makeCode: 'Créer un code',
  makeNewCode: 'Créer un nouveau code',
  codeAway: 'Le code n’est plus à l’écran.',

  known: 'Navigateurs déjà utilisés',
  knownLead:
    'Eux seuls font sonner votre téléphone quand ils demandent à se connecter. Oubliez ceux que vous n’utilisez plus.',
  noneKnown: 'Aucun. Le prochain apparaîtra ici.',
  showAll: (browsers) => `Afficher les ${count(browsers)}`,
  thisOne: 'Celui-ci',
  knownSince: (time) => html`Connu : ${time}`,
  knownAt: (place, time) => html`${place} · connu : ${time}`,
  lastSignedIn: (time) => html`dernière connexion : ${time}`,
  forget: 'Oublier',
  forgotten: (browser) => `${browser} est oublié.`,

  settings: 'Réglages',
  theme: 'Thème',
  themeLead: 'L’apparence de Nod ici.',
};

const ended = (browser: string, how: string): string => `${browser} a été déconnecté ${how}`;

const endedAll = (browsers: number): string =>
  counted(browsers, 'navigateur a été déconnecté d’un coup', 'navigateurs ont été déconnectés d’un coup');

export const activity: Messages['activity'] = {
  title: 'Activité',
  lead: () =>
    html`Ce qui s’est passé sur votre compte depuis 90 jours. Ce n’était pas vous ? Déconnectez le navigateur sous <a href="/account">Compte</a>.`,
  nothingYet: 'Rien ne s’est encore passé.',
  nothingYetMore: 'Quand un navigateur se connecte ou est déconnecté, cela apparaîtra ici pendant 90 jours.',
  moreEntries: (entries) => counted(entries, 'entrée de plus.', 'entrées de plus.'),

  aPhone: 'un téléphone',
  aBrowser: 'un navigateur',
  aProvider: 'un service',
  registered: (browser, phone) =>
    `Le compte a été créé dans ${browser}, et ${phone} est son premier téléphone`,
  registeredBy: (browser, provider) =>
    `Le compte a été créé par une connexion avec ${provider}, dans ${browser}`,
  approved: (phone, browser) => `${phone} a approuvé ${browser}`,
  allowed: /* @__PURE__ */ forActs(
    (act) => (phone: string, browser: string) => `${phone} a autorisé ${browser} à ${act}`,
  ),
  denied: (phone, browser) => `${phone} a dit non à ${browser}`,
  refused: /* @__PURE__ */ forActs(
    (act) => (phone: string, browser: string) => `${phone} n’a pas autorisé ${browser} à ${act}`,
  ),
  signedIn: (browser) => `${browser} s’est connecté`,
  ended: {
    here: (browser) => ended(browser, 'dans ce navigateur'),
    elsewhere: (browser) => ended(browser, 'depuis un autre navigateur'),
    phone: (browser) => ended(browser, 'depuis votre téléphone'),
    not_me: (browser) => ended(browser, 'car vous avez dit que ce n’était pas vous'),
    admin: (browser) => ended(browser, 'par l’administration du site'),
    provider: (browser) => ended(browser, 'par le service qui l’avait connecté'),
    phone_removed: (browser) => ended(browser, 'car son téléphone a été retiré'),
    recovered: (browser) => ended(browser, 'car le compte a été récupéré'),
    idle: (browser) => ended(browser, 'après un moment d’inactivité'),
    lifetime: (browser) => ended(browser, 'car la durée choisie était écoulée'),
    phone_away: (browser) => ended(browser, 'car votre téléphone s’est absenté trop longtemps'),
    unanswered: (browser) => ended(browser, 'car personne n’a répondu'),
    denied: (browser) => ended(browser, 'car votre téléphone a dit non'),
    cancelled: (browser) => ended(browser, 'car la connexion a été annulée'),
    itself: (browser) => `${browser} s’est déconnecté tout seul`,
  },
  endedAllElsewhere: (browsers) => `${endedAll(browsers)}, depuis un autre navigateur`,
  endedAllPhone: (browsers) => `${endedAll(browsers)}, depuis votre téléphone`,
  endedAll,
  hidden: (posts) => counted(posts, 'post a été masqué', 'posts ont été masqués'),
  hiddenOf: (posts, browser) =>
    counted(posts, `post écrit avec ${browser} a été masqué`, `posts écrits avec ${browser} ont été masqués`),
  shown: (posts) => counted(posts, 'post a été réaffiché', 'posts ont été réaffichés'),
  invited: (browser) => `${browser} a affiché un code pour ajouter un téléphone`,
  added: (phone) => `${phone} fait désormais partie de vos téléphones`,
  removed: (phone) => `${phone} ne fait plus partie de vos téléphones`,
  renewed: 'Un nouveau code de récupération a été créé',
  revoked: 'Le code de récupération a été annulé',
  begun: (browser) => `${browser} a commencé à récupérer le compte avec le code de récupération`,
  stopped: (phone, browser) =>
    `${phone} a arrêté la récupération lancée par ${browser}, et le code est annulé`,
  recovered: (phone) => `Le compte a été récupéré avec le code de récupération, pour ${phone}`,
  linked: (provider) => `La connexion avec ${provider} a été activée`,
  unlinked: (provider) => `La connexion avec ${provider} a été désactivée`,
  browserKnown: (browser, provider) => `${browser} est désormais connu, après une connexion avec ${provider}`,
  browserForgotten: (browser) => `${browser} a été oublié`,

  showAgain: 'Réafficher',
  saveReceipt: 'Enregistrer le reçu',
  receiptSaved: 'Le reçu est enregistré.',
  howToCheck: 'Comment vérifier un reçu',
  whatReceiptHas:
    'Un reçu contient ce que votre téléphone a signé pour dire oui, la signature et sa clé publique. Pour le vérifier, il ne faut que Node.js, rien de nous :',
  checkSave: 'Enregistrez un reçu de la liste ci-dessus.',
  checkScript: (script) => html`Enregistrez ${script} et lisez-le : c’est court, et n’interroge personne.`,
  checkRun: (command) => html`Lancez ${command} là où sont les deux fichiers.`,
  whatCheckSays:
    'Il dit ce qui a été approuvé, si la signature est de cette clé, et si votre empreinte, votre visage ou votre code PIN a été vérifié.',
};

export const phone: Messages['phone'] = {
  title: 'Votre téléphone',
  looking: 'Nod vérifie ce téléphone.',
  offline: 'Pas de connexion à Nod. Nouvel essai en cours.',
  settings: 'Réglages de ce téléphone',
  site: 'Nod dans ce navigateur',
  done: 'Terminé',
  back: 'Retour',
  waitingFor: { phone: 'En attente de votre empreinte', computer: 'En attente de votre ordinateur' },

  welcome: 'Votre téléphone est la clé',
  noPasswords:
    'Il n’y a pas de mot de passe. Quand vous vous connectez quelque part, cette page montre qui demande, et votre empreinte ou votre visage dit oui. Ce téléphone n’est pas encore configuré.',
  stepName: 'Inscrivez-vous dans un navigateur : choisissez-y un pseudo.',
  stepScan: 'Scannez avec ce téléphone le code qui s’y affiche.',
  stepConfirm: 'Confirmez avec votre empreinte. C’est tout.',
  register: 'S’inscrire',
  scan: 'Scanner le code',
  useKey: 'Ce téléphone a déjà été configuré',
  noKey:
    'Aucune clé n’a été utilisée. Si ce téléphone n’en a pas pour Nod, inscrivez-vous ou scannez un code.',
  keyForgotten:
    'Cette clé n’ouvre plus aucun compte. Le téléphone a été retiré, ou son compte récupéré avec un autre.',
  removed: 'Ce téléphone a été retiré de son compte : il ne peut plus approuver.',

  number: 'Tapez le nombre affiché',
  numberHint: 'Il est sur l’écran où vous vous connectez.',
  readItYourself: 'Tapez le nombre que vous voyez sur l’écran devant vous.',
  numberUnsent: 'Nod est injoignable. Le nombre sera envoyé dès son retour.',
  digitsOnly: 'Le nombre n’a que des chiffres.',
  tooManyDigits: 'Le nombre a six chiffres, pas plus.',
  digitsMissing: (missing) => `Le nombre a six chiffres : il en manque ${count(missing)}.`,

  requests: 'Demandes en cours',
  asks: /* @__PURE__ */ forActs((act) => (browser: View) => html`${browser} demande à ${act}`, {
    sign_in: (browser: View) => html`${browser} demande à se connecter`,
    other: (browser: View) => html`${browser} demande ${UNKNOWN}`,
  }),
  typeIt: 'Tapez le nombre qu’il affiche',
  news: (asks) => html`${asks}. Tapez le nombre qu’il affiche.`,
  justNow: 'à l’instant',
  notMe: 'Ce n’est pas moi',
  scanInstead: 'Scanner plutôt le code',

  request: 'Un navigateur demande',
  numberTo: /* @__PURE__ */ forActs((act) => `Tapez le nombre pour ${act}`, {
    sign_in: 'Tapez le nombre pour vous connecter',
    other: 'Tapez le nombre pour continuer',
  }),
  numberOfThat: 'Lisez-le dans ce navigateur. S’il n’est pas devant vous, choisissez « Ce n’est pas moi ».',

  asker: 'Qui demande',
  browser: 'Navigateur',
  place: 'Lieu',
  address: 'Adresse',
  asked: 'Demandé',
  itsNumber: 'Nombre',
  newBrowser: 'Nouveau navigateur',
  knownBrowser: 'Navigateur connu',
  signedInAsYou: 'Connecté à votre compte',
  adviceOnNew: 'Il ne s’est jamais connecté à votre compte. N’approuvez que s’il est devant vous.',
  adviceOnAct: 'Votre compte y est ouvert. N’approuvez que si vous venez de le demander.',

  approval: 'Approuver une connexion',
  signInOn: {
    computer: 'Se connecter sur cet ordinateur ?',
    phone: 'Se connecter sur ce téléphone ?',
    browser: 'Se connecter dans ce navigateur ?',
  },
  lifetime: 'Rester connecté pendant',
  lifetimes: { '10m': '10 minutes', '24h': '24 heures', '30d': '30 jours' },
  presence: 'Seulement tant que cette page est ouverte',
  presenceMore: 'Il se verrouille 90 secondes après que vous quittez Nod sur ce téléphone.',
  presenceLabel: 'Seulement tant que cette page est ouverte sur votre téléphone',
  approve: { phone: 'Approuver avec l’empreinte', computer: 'Approuver avec cet ordinateur' },
  unconfirmed: /* @__PURE__ */ forBoth(
    (machine) => `Votre ${machine} n’a pas confirmé : personne n’est entré. Recommencez quand vous voulez.`,
  ),
  approved: 'C’est approuvé',
  signedIn: (browser, lifetime) => `${browser} est connecté pour ${lifetime}.`,
  signedInHere: (browser, lifetime) =>
    `${browser} est connecté pour ${lifetime}, tant que cette page reste ouverte.`,
  may: /* @__PURE__ */ forActs((act) => (browser: string) => `${browser} peut maintenant ${act}.`, {
    other: (browser: string) => `${browser} peut maintenant le faire.`,
  }),
  backToSignIn: 'Revenir à la connexion',

  denial: 'Refuser une connexion',
  notYou: 'Ce n’est pas vous ?',
  askedTo: /* @__PURE__ */ forActs(
    (act) => (browser: View, ago: View) => html`${browser} a demandé ${ago} à ${act}.`,
    {
      sign_in: (browser: View, ago: View) => html`${browser} a demandé ${ago} à se connecter à votre compte.`,
      other: (browser: View, ago: View) => html`${browser} a demandé ${ago} ${UNKNOWN}.`,
    },
  ),
  noFingerprint: 'Sans votre empreinte, personne n’entre. Un non arrête aussitôt l’attente.',
  deny: 'Refuser',
  denySignIn: 'Refuser cette connexion ?',
  denyAct: 'Refuser cette demande ?',
  denyAndReport: 'Refuser et signaler',
  didNotAsk: 'Je n’ai rien demandé',
  denied: 'C’est refusé',
  deniedAndReported: 'C’est refusé et signalé',
  nobodyLetIn: 'Personne n’est entré, et le navigateur qui demandait a reçu un non.',
  nothingDone: 'Rien n’a été fait, et le navigateur qui demandait a reçu un non.',
  reported:
    'Les autres demandes ont été refusées aussi. Si le navigateur était connu, il est oublié et ne fait plus sonner ce téléphone.',
  stillSignedIn: 'Il est toujours connecté : déconnectez-le à l’écran suivant.',

  over: {
    expired: {
      title: 'Cette demande a expiré',
      text: 'Une connexion attend deux minutes. Si c’était vous, recommencez dans le navigateur.',
    },
    cancelled: {
      title: 'Le navigateur ne demande plus',
      text: 'La connexion y a été annulée. Personne n’est entré.',
    },
    answered: {
      title: 'Vous avez déjà répondu',
      text: 'Cette connexion a déjà sa réponse. L’écran suivant montre les navigateurs connectés.',
    },
    recovery: {
      title: 'Aucune récupération en attente',
      text: 'Elle a été arrêtée, a expiré ou a abouti : voyez l’activité de votre compte.',
    },
  },

  recoveryNews: 'Quelqu’un récupère votre compte.',
  recovery: 'Quelqu’un récupère votre compte',
  recoveryUntil: (until) =>
    html`Votre code de récupération y a été tapé. Jusqu’à ${until}, un autre téléphone peut remplacer celui-ci. Si c’est vous, continuez là-bas. Arrêter annule aussi le code.`,
  stop: 'Arrêter',
  unstopped: 'Votre téléphone n’a pas confirmé : elle continue. Recommencez quand vous voulez.',
  stopped: 'La récupération est arrêtée',
  stoppedMore:
    'Personne n’est entré. Quelqu’un avait votre code de récupération, qui est annulé. Créez-en un nouveau maintenant, dans un navigateur connecté, sous « Compte ».',

  scanner: 'Scanner le code',
  picture: 'L’image de l’appareil photo',
  point: 'Visez le code de l’autre écran.',
  foreign: 'Ce code ne vient pas de Nod. Visez celui que Nod affiche sur l’autre écran.',
  camera: {
    refused:
      'L’appareil photo est désactivé pour cette page. Autorisez-le dans les réglages de votre navigateur, puis réessayez.',
    missing:
      'L’appareil photo est indisponible pour l’instant. Fermez les autres apps qui l’utilisent, puis réessayez.',
  },
  close: 'Fermer',

  failed: 'Le navigateur de ce téléphone n’a pas pu le faire. Fermez les autres demandes, puis réessayez.',
  disabled: 'Ce compte est désactivé',
  disabledMore: 'Personne ne peut s’y connecter pour l’instant. Demandez à l’administration du site.',
  lookAgain: 'Actualiser',
};

export const enrol: Messages['enrol'] = {
  title: /* @__PURE__ */ forBoth((_, thisOne) => `Configurer ${thisOne}`),
  signsIn: /* @__PURE__ */ forBoth(
    (_machine, _thisOne, ThisOne) => (name: View) => html`${ThisOne} vous connectera en tant que ${name}.`,
  ),
  adds: /* @__PURE__ */ forBoth(
    (_machine, _thisOne, ThisOne) => (name: View) =>
      html`${ThisOne} s’ajoute à ${name}. Vos autres téléphones restent.`,
  ),
  onlyPhone: (name) => html`Il devient le seul téléphone de ${name}.`,
  othersGo:
    'Tous les autres téléphones sont retirés, et tous les navigateurs déconnectés. Votre navigateur affiche alors un nouveau code de récupération.',
  replaces: /* @__PURE__ */ forBoth(
    (_machine, _thisOne, ThisOne) => (before: View, name: View) =>
      html`${ThisOne} est déjà la clé de ${before}. Si vous continuez, il devient celle de ${name}.`,
  ),
  replacesAnother: /* @__PURE__ */ forBoth(
    (_machine, _thisOne, ThisOne) => (name: View) =>
      html`${ThisOne} est déjà la clé d’un autre compte. Si vous continuez, il devient celle de ${name}.`,
  ),
  name: /* @__PURE__ */ forBoth((_, thisOne) => `Un nom pour ${thisOne}`),
  nameMissing: 'Donnez un nom au téléphone, comme « Mon téléphone ».',
  androidPhone: 'Téléphone Android',
  thisComputer: 'Cet ordinateur',
  willAsk: /* @__PURE__ */ forBoth(
    (machine) => `Votre ${machine} demandera votre empreinte, votre visage ou son code.`,
  ),
  noKeys: 'Ce navigateur ne peut pas garder de clé. Ouvrez le lien dans Chrome, Safari ou Firefox.',
  makeKey: /* @__PURE__ */ forBoth((_, thisOne) => `Faire de ${thisOne} ma clé`),
  makeOnlyPhone: 'En faire mon seul téléphone',
  waiting: /* @__PURE__ */ forBoth((machine) => `En attente de votre ${machine}`),
  unconfirmed: /* @__PURE__ */ forBoth(
    (machine) =>
      `Votre ${machine} n’a pas confirmé : aucune clé n’a été créée. Recommencez quand vous voulez.`,
  ),
  hasKey: /* @__PURE__ */ forBoth(
    (_machine, _thisOne, ThisOne) => (name: string) =>
      `${ThisOne} a déjà une clé pour @${name} : il n’y a rien à ajouter.`,
  ),
  ready: /* @__PURE__ */ forBoth((_machine, _thisOne, ThisOne) => `${ThisOne} est prêt`),
  next: {
    registration:
      'Continuez dans votre navigateur. Désormais, ouvrez cette page quand vous vous connectez quelque part.',
    invite: 'Il fait désormais partie de vos téléphones.',
    recovery:
      'C’est désormais votre seul téléphone. Continuez dans votre navigateur, et notez-y le nouveau code de récupération.',
  },
  dead: 'Ce lien ne marche pas',
};

export const phoneSettings: Messages['phoneSettings'] = {
  title: /* @__PURE__ */ forBoth((_machine, _thisOne, ThisOne) => ThisOne),
  signsIn: (name) => html`Il vous connecte en tant que ${name}.`,
  name: 'Nom',
  nameHint: 'Vous le verrez dans votre navigateur quand ce téléphone vous connectera.',
  save: 'Enregistrer le nom',
  saving: 'Enregistrement',
  renamed: (name) => `Il s’appelle ${name}.`,

  ringingTitle: 'Sonnerie',
  ringing: {
    on: 'Ce téléphone sonne quand vous vous connectez avec un navigateur déjà utilisé.',
    off: 'Ce téléphone ne sonne pas. Ouvrez cette page quand vous vous connectez quelque part.',
    blocked:
      'Votre navigateur bloque les notifications de Nod. Autorisez-les pour ce site dans ses réglages.',
    'after installing':
      'Pour faire sonner ce téléphone, touchez « Partager », puis « Sur l’écran d’accueil », et ouvrez Nod de là.',
    'not here': 'Ce navigateur ne peut pas sonner. Ouvrez cette page quand vous vous connectez quelque part.',
  },
  ring: 'Faire sonner ce téléphone',
  stopRinging: 'Ne plus sonner',
  wait: 'Un instant',
  noPush: 'Le service de notifications de ce navigateur ne répond pas. Réessayez plus tard.',
  offer: 'Faire sonner ce téléphone quand vous vous connectez',
  offerMore: 'Seul un navigateur déjà utilisé peut le faire sonner. Jamais un inconnu.',
  rings: 'Ce téléphone sonne désormais',
  ringsMore: 'Touchez la notification, et tapez le nombre affiché.',
  notNow: 'Pas maintenant',

  installTitle: 'Nod sur votre écran d’accueil',
  install: 'Installer',

  removal: 'Retirer ce téléphone',
  onlyWayIn: 'C’est votre seul accès : ajoutez d’abord un autre téléphone, dans un navigateur connecté.',
  removalMore: 'Il n’approuvera plus rien, à moins d’être à nouveau configuré.',
  remove: 'Retirer',
  signOutToo: 'Déconnecter aussi les navigateurs qu’il a approuvés',
  removeIt: 'Retirer ce téléphone',
  removing: 'Retrait en cours',
  removed: 'Ce téléphone est retiré',
  removedMore: (browsers) =>
    browsers === 0
      ? 'Il n’approuve plus rien.'
      : `Il n’approuve plus rien, et ${counted(browsers, 'navigateur est déconnecté.', 'navigateurs sont déconnectés.')}`,
  deletePasskey: 'Vous pouvez supprimer sa clé d’accès dans les réglages du téléphone.',

  browsers: 'Navigateurs connectés',
  noBrowser:
    'Aucun navigateur n’est connecté. Le prochain que vous approuvez apparaîtra ici, et vous pourrez le déconnecter.',
  more: 'Afficher plus',
  active: (ago) => html`activité : ${ago}`,
  letInBy: (provider) => `Connecté avec ${provider}`,
  end: 'Déconnecter',
  endOf: (session) => `Déconnecter ${session}`,
  endAll: 'Tout déconnecter',
  endQuestion: 'Il sera déconnecté en une seconde.',
  endIt: 'Fermer cette session',
  endAllQuestion: 'Tous les navigateurs seront déconnectés en une seconde.',
  endThemAll: 'Fermer toutes les sessions',
  ended: 'Ce navigateur est déconnecté.',
  allEnded: 'Tous les navigateurs sont déconnectés.',
  notMe: 'Ce n’était pas moi',
  reportQuestion: (browser) =>
    `${browser} sera déconnecté, ce qu’il a écrit sera masqué, et toute connexion qui vous attend sera refusée.`,
  report: 'Déconnecter et annuler',
  signedOut: (browser) => `${browser} est déconnecté.`,
  codeIsVoid: 'Votre code de récupération est annulé. Créez-en un nouveau maintenant, dans un navigateur.',

  unlocked: (browsers) =>
    counted(
      browsers,
      'navigateur est déverrouillé tant que cette page est ouverte',
      'navigateurs sont déverrouillés tant que cette page est ouverte',
    ),
  unlockedMore: (browsers) =>
    either(
      browsers,
      'Si vous fermez cette page ou la quittez, il se verrouille après 90 secondes, et se déconnecte après dix minutes.',
      'Si vous fermez cette page ou la quittez, ils se verrouillent après 90 secondes, et se déconnectent après dix minutes.',
    ),
  awake: 'L’écran reste allumé.',
  keepAwake: 'Gardez vous-même l’écran allumé : ce navigateur ne peut pas le faire.',
};

export const push: Messages['push'] = {
  asks: {
    sign_in: (browser) => `${browser} demande à se connecter`,
    add_phone: (browser) => `${browser} demande à ajouter un téléphone`,
    remove_phone: (browser) => `${browser} demande à retirer un téléphone`,
    new_recovery_code: (browser) => `${browser} demande à créer un nouveau code de récupération`,
    add_link: (browser) => `${browser} demande à associer un compte`,
    remove_link: (browser) => `${browser} demande à dissocier un compte`,
    not_me: (browser) => `${browser} demande à déconnecter un navigateur et à annuler ce qu’il a fait`,
  },
  typeTheNumber: (place) =>
    place === undefined
      ? 'Ouvrez Nod et tapez le nombre que ce navigateur affiche.'
      : `${place}. Ouvrez Nod et tapez le nombre que ce navigateur affiche.`,

  changes: {
    phone_invited: () => 'Un téléphone de plus a été invité sur votre compte',
    phone_added: ({ device = 'Un nouveau téléphone' }) => `${device} fait désormais partie de vos téléphones`,
    phone_removed: ({ device = 'Un téléphone' }) => `${device} ne fait plus partie de vos téléphones`,
    recovery_renewed: () => 'Votre compte a un nouveau code de récupération',
    recovery_revoked: () => 'Votre code de récupération est annulé',
    recovery_begun: () => 'Quelqu’un récupère votre compte',
    recovered: ({ device = 'un autre téléphone' }) => `Votre compte a été récupéré, pour ${device}`,
    recovery_stopped: ({ device = 'Un téléphone' }) => `${device} a arrêté la récupération de votre compte`,
    link_added: ({ provider = 'Un autre site' }) => `${provider} peut désormais vous connecter`,
    link_removed: ({ provider = 'Un autre site' }) => `${provider} ne peut plus vous connecter`,
    browser_added: ({ browser = 'Un navigateur' }) =>
      `${browser} peut désormais faire sonner votre téléphone`,
    browser_forgotten: ({ browser = 'Un navigateur' }) => `${browser} est oublié, et ne fera plus sonner`,
  },
  thisPhoneRemoved: 'Ce téléphone a été retiré de votre compte',

  ofRemovedPhone:
    'Il n’approuve plus rien. Si ce n’était pas vous, connectez-vous autrement et vérifiez vos téléphones.',
  stopIt: (browser = 'Un navigateur', place) =>
    place === undefined
      ? `${browser} a votre code de récupération. Si ce n’est pas vous, touchez ici pour l’arrêter.`
      : `${browser}, ${place}, a votre code de récupération. Si ce n’est pas vous, touchez ici pour l’arrêter.`,
  codeIsVoid: 'Votre code de récupération est annulé. Créez-en un nouveau dans un navigateur connecté.',
  ifNotYou: 'Si ce n’était pas vous, ouvrez Nod et déconnectez les navigateurs que vous ne connaissez pas.',
};

export const languages: Messages['languages'] = {};

export const practice: Messages['practice'] = {
  noPhone: 'Pas de téléphone sous la main ?',
  openPhone: 'Ouvrir le téléphone d’essai',
  openSecondPhone: 'Ouvrir un second téléphone d’essai',
  demo: 'Deux personnes inventées, sur cette machine seulement',
  notice: 'Téléphone d’essai — seulement sur cet ordinateur, jamais dans un déploiement',
  approve: 'Approuver avec l’empreinte d’essai',
  name: (number) => (number === 1 ? 'Téléphone d’essai' : `Téléphone d’essai ${count(number)}`),
  account: 'Quel compte ?',
  nameless: 'Un compte sans nom',
  none: 'Aucun d’eux',
};
