/**
 * All that Nod says, in French.
 *
 * The reader is « vous ». Nothing says whether the reader is a man or a woman, so no participle agrees with « vous ». What
 * comes as a parameter follows neither « de » nor « que », which would lose their vowel before some names, but a username with
 * its @ does; browsers are masculine as « le navigateur », and phones by name have neither article nor agreement.
 *
 * Words: téléphone, navigateur, compte, pseudo (username), nom (what is shown beside it), nombre (the six digits; a « numéro »
 * would be a phone’s), code de récupération, clé d’accès (passkey, as Google and Microsoft say), empreinte, code PIN, service
 * (provider), associer / dissocier, se connecter / se déconnecter, fermer une session, déconnecter un navigateur (end it),
 * approuver / refuser, retirer (a phone), oublier (a browser), accès (way in), post / publier, réglages, téléphone d’essai.
 * « Nod » stays; the nod is « un oui sur votre téléphone », or « un signe de tête ».
 *
 * Quotation marks are « », and there is a narrow no-break space (U+202F) inside them and before « : ; ? ».
 */

import type { Missing } from '../../shared/errors.ts';
import type { Reason } from '../../shared/sessions/session.ts';
import { html } from '../lib/html.ts';
import { count, plural } from '../lib/language.ts';
import type { Messages } from '../lib/messages.ts';
import type { Wait } from '../lib/problem-sentence.ts';

/** Counts are written in figures, after which a million takes no « de »: `many` is as `other`. 0 is `one`. */
const either = (number: number, one: string, other: string): string =>
  plural(number, { one, many: other, other });

const counted = (number: number, one: string, other: string): string =>
  `${count(number)} ${either(number, one, other)}`;

const changes = (number: number, where: string): string =>
  `${counted(number, 'changement', 'changements')} ${where}`;

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
  hidden: {
    title: 'Masqués et bloqués · Nod',
    description: 'Les personnes que vous avez masquées et bloquées.',
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
  people: { title: 'Abonnés · Nod', description: 'Qui suit quelqu’un, et qui cette personne suit.' },
  search: { title: 'Recherche · Nod', description: 'Trouver des posts, des personnes et des mots-clés.' },
  tag: { title: 'Mot-clé · Nod', description: 'Les posts avec un mot-clé.' },
  saved: { title: 'Enregistrés · Nod', description: 'Les posts que vous avez enregistrés.' },
  notices: {
    title: 'Avis · Nod',
    description: 'Qui vous suit, vous mentionne et vous répond, et ce qui change sur votre compte.',
  },
  chats: { title: 'Messages · Nod', description: 'Ce que vous et d’autres vous écrivez.' },
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
  postsOf: (username) => html`${username}, vos posts`,
  browserWaits: 'Un navigateur attend votre oui. Ouvrez Approuver.',
  offline: 'Vous êtes hors ligne.',
  offlineMore: 'Ce que vous voyez n’est peut-être plus à jour.',
  silent: 'Nod est injoignable',
  silentMore:
    'Cette page est verrouillée pour l’instant. Elle réessaie sans cesse, et se rouvrira toute seule.',
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
  space: ' ',
  cancel: 'Annuler',
  tryAgain: 'Réessayer',
  loadMore: 'Afficher plus',
  keep: 'Garder',
  listFailed: 'La liste n’a pas pu s’afficher.',
  morePosts: (posts) => counted(posts, 'post de plus.', 'posts de plus.'),
  postsShown: (posts) => counted(posts, 'post est réaffiché.', 'posts sont réaffichés.'),
  phoneNameMissing: 'Donnez un nom au téléphone, comme « Mon téléphone ».',
};

const tryAgain = (wait: Wait | undefined): string =>
  wait === undefined
    ? 'Réessayez dans une minute.'
    : `Vous pourrez réessayer à ${wait.at}, dans ${counted(wait.minutes, 'minute', 'minutes')}.`;

export const problems: Messages['problems'] = {
  unreachable: 'Nod est injoignable. Vérifiez votre connexion, puis réessayez.',
  muchAtOnce: (wait) => `C’était beaucoup à la fois. ${tryAgain(wait)}`,
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
    phone_away: 'Votre téléphone s’est absenté. Rouvrez-y Nod pour continuer.',
    blocked: 'Ce n’est pas possible ici : l’un de vous a bloqué l’autre.',
    user_disabled: 'Ce compte est désactivé.',
    may_not_reply: 'La personne qui a lancé ce fil a choisi qui peut répondre.',
    not_editable: ({ why }) =>
      why === 'late'
        ? 'Un post peut être modifié pendant 24 heures.'
        : 'Ce post a été modifié autant de fois que possible.',
    too_many_hidden: ({ most }) =>
      `Vous en êtes déjà à ${counted(most, 'personne', 'personnes')}. Retirez quelqu’un avant d’en ajouter.`,
    username_taken: 'Ce pseudo est pris. Choisissez-en un autre.',

    assertion_refused: ({ what }) =>
      what === 'passkey'
        ? 'Cette clé d’accès n’ouvre aucun compte ici. Le téléphone a peut-être été retiré.'
        : 'Cette confirmation ne vient pas de votre téléphone. Réessayez.',
    challenge_used: 'Cette confirmation a déjà servi ou a trop tardé. Réessayez.',
    attestation_refused: ({ what }) =>
      what === 'passkey'
        ? 'La clé d’accès de ce téléphone n’a pas pu être vérifiée. Réessayez.'
        : 'Ce téléphone a créé une clé trop faible ou inutilisable. Essayez une autre app de clés d’accès, ou un autre téléphone.',

    number_unknown: 'Aucune connexion n’affiche ce nombre en ce moment. Regardez à nouveau l’écran.',
    number_crowded_out: 'Trop de demandes sous votre pseudo. Recommencez sur l’autre écran.',
    too_many_numbers: (wait) => `Il y a eu trop de nombres faux. ${tryAgain(wait)}`,
    not_approved: 'Votre téléphone n’a pas encore approuvé cette connexion.',
    already_answered: 'Cette connexion a déjà reçu une réponse.',
    already_completed: 'Cette connexion a déjà abouti.',
    session_ended: 'Cette connexion est terminée.',

    ticket_unknown: 'Ce lien est inconnu ici. Scannez à nouveau le code sur votre écran.',
    ticket_used: ({ what }) => ticketUsed[what],
    ticket_expired: ({ what }) =>
      what === 'link'
        ? 'Ce lien a plus de dix minutes. Recommencez dans votre navigateur.'
        : 'Le navigateur qui a invité ce téléphone est déconnecté. Invitez-le à nouveau.',
    too_many_follows: ({ most }) =>
      `Vous suivez déjà ${count(most)} personnes. Cessez d’abord d’en suivre une.`,
    too_many_phones: ({ most }) =>
      `Vous avez déjà ${count(most)} téléphones. Retirez-en un avant d’en ajouter un autre.`,
    last_sign_in_method: ({ method }) =>
      method === 'phone'
        ? 'C’est votre seul accès : ajoutez-en un autre avant de le retirer.'
        : 'C’est votre seul accès : ajoutez d’abord un téléphone ou un autre compte.',
    endpoint_refused: 'Un téléphone ne peut sonner que par un service de notifications public.',

    code_unknown: 'Ce pseudo et ce code ne vont pas ensemble.',
    recovery_not_stopped: 'Cette récupération n’a pas pu être arrêtée. Actualisez.',

    provider_unknown: 'Cette façon de se connecter n’existe pas ici.',
    provider_refused: 'Le service a refusé, ou sa réponse ne convient pas. Rien n’a changé.',
    provider_declined: ({ provider }) =>
      `La connexion avec ${provider} n’est pas allée au bout. Rien n’a changé.`,
    provider_account_refused: ({ provider }) => `Votre compte ${provider} ne peut pas servir ici.`,
    signed_out_there: ({ provider }) =>
      `Votre session ${provider} a été fermée entre-temps. Rien n’a changé. Recommencez.`,
    authorization_unknown:
      'Cette connexion a commencé dans un autre navigateur, a déjà servi ou a plus de dix minutes. Recommencez.',
    provider_unavailable: 'Votre service ne répond pas. Réessayez dans un instant.',
    provider_not_ready: 'Cette façon de se connecter n’est pas prête. Réessayez dans un instant.',
    link_taken: 'Ce compte est déjà associé à quelqu’un d’autre ici.',
    already_linked: ({ provider }) => `Un compte ${provider} est déjà associé. Dissociez-le d’abord.`,

    // Pictures.
    image_type_refused: 'Nod n’accepte pas ce type d’image. Utilisez JPEG, PNG, WebP, GIF ou AVIF.',
    image_unreadable:
      'Cette image n’a pas pu être lue : elle est peut-être abîmée ou incomplète. Choisissez-en une autre.',
    image_too_large: ({ most }) => `Une image a au plus ${count(most)} mégapixels.`,
    image_taken: 'Un post a déjà cette image. Ajoutez-la de nouveau.',

    not_found: ({ what }) => nothingFound[what],
    conflict: 'Quelque chose a changé entre-temps. Actualisez, puis décidez.',
    too_many: (wait) => `Il y a eu trop de demandes. ${tryAgain(wait)}`,
    too_large: 'C’est plus que Nod ne prend à la fois.',
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
  browser: 'Ce navigateur n’est pas connu, ou ne l’est plus.',
  post: 'Ce post n’existe pas.',
  message: 'Ce message n’existe pas.',
  image: 'Cette image n’existe pas.',
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

export const names: Messages['names'] = {
  browserOn: (browser, os) => `${browser} sur ${os}`,
  // A browser’s begins some sentences; a system’s always stands behind « sur ».
  unnamed: {
    'Unknown browser': 'Navigateur inconnu',
    'Unknown system': 'un système inconnu',
    'Android app': 'App Android',
    'iOS app': 'App iOS',
  },
};

export const browsers: Messages['browsers'] = {
  here: 'cette machine',
  // A day would need « le », a time « à »: a colon goes with both, here and wherever a time may be either.
  signedIn: {
    '10m': (moment) => html`Connexion : ${moment}, pour 10 minutes`,
    '24h': (moment) => html`Connexion : ${moment}, pour 24 heures`,
    '30d': (moment) => html`Connexion : ${moment}, pour 30 jours`,
  },
  thisOne: { phone: 'ce téléphone', computer: 'cet ordinateur' },
  ends: (end) => html`Fin : ${end}`,
  endsOrIdle: (end, idleEnd) => html`Fin : ${end}, ou ${idleEnd} en cas d’inactivité`,
  which: (name, moment) => `${name}, connexion : ${moment}`,
  whichAt: (name, moment, place) => `${name}, connexion : ${moment}, ${place}`,
  takesBack: 'Cela annulera aussi ce qui en a découlé :',
  takenBack: (several) => html`Annulé aussi : ${several}.`,
  takenPhone: (name) => html`le téléphone ${name}`,
  takenProvider: (provider) => html`la connexion avec ${provider}`,
  takenCode: 'le code de récupération',
  takenSessions: (browsers) => counted(browsers, 'autre navigateur', 'autres navigateurs'),
  takenActs: {
    follows: (acts) => changes(acts, 'parmi les personnes que vous suivez'),
    hides: (acts) => changes(acts, 'parmi les personnes que vous masquez ou bloquez'),
    marks: (acts) =>
      counted(acts, 'j’aime, repartage ou post enregistré', 'j’aime, repartages et posts enregistrés'),
    posts: (acts) => changes(acts, 'dans des posts'),
    profile: (acts) => changes(acts, 'dans votre profil'),
    messages: (acts) => counted(acts, 'message', 'messages'),
    reports: (acts) => counted(acts, 'signalement', 'signalements'),
    settings: (acts) => changes(acts, 'dans vos réglages'),
  },
  takenMore: 'd’autres actions pas encore comptées',
  actQuestions: {
    add_phone: 'Ajouter un téléphone ?',
    remove_phone: 'Retirer un téléphone ?',
    new_recovery_code: 'Créer un nouveau code de récupération ?',
    add_link: 'Associer un compte ?',
    remove_link: 'Dissocier un compte ?',
    not_me: 'Déconnecter un navigateur et annuler ce qu’il a fait ?',
  },
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
  tooLong: (most, over) =>
    `Un post a ${count(most)} caractères au plus. Retirez-en ${count(over)} pour le publier.`,
  notLoaded: 'Les posts n’ont pas pu s’afficher.',
  showMore: 'Afficher plus',
  showLess: 'Afficher moins',
  writeTo: 'Message',
  deleteThis: () => html`Supprimer<span class="visually-hidden"> ce post</span>`,
  postNotLoaded: 'Le post n’a pas pu s’afficher.',
  postTitle: (name, words) => `${name} : ${words} · Nod`,
  postBy: (name) => html`Un post signé ${name}`,
  moreBy: (username) => html`Les autres posts de ${username}`,
  toEverybodys: 'Tout ce qui se dit',
  profileNotLoaded: 'Le profil n’a pas pu s’afficher.',
  profileDescription: (name) => `Ce que dit ${name} sur Nod.`,
  since: (month) => `ici depuis ${month}`,
  authors: 'Posts',
  feed: 'Suivre par flux',
  noneOfAuthor: 'Aucun post pour l’instant.',
  noneOfAuthorMore: 'Les premiers apparaîtront ici.',
  noneOfOwn: () => html`<a href="/">Écrivez votre premier post</a> sur la page d’accueil.`,
};

export const missing: Messages['missing'] = {
  goHome: 'Aller à l’accueil',
  page: 'Il n’y a pas de page ici',
  pageMore: 'L’adresse contient peut-être une faute de frappe, ou ce qu’elle montrait n’existe plus.',
  post: 'Ce post n’existe pas',
  postMore: 'La personne qui l’a écrit l’a peut-être supprimé.',
  postTitle: 'Post introuvable · Nod',
  deleted: 'Votre post est supprimé',
  deletedMore: 'Plus personne ne le voit.',
  author: (username) => html`Personne ne s’appelle ${username}`,
  authorMore: 'Vérifiez le pseudo, ou revenez à tout ce qui se dit.',
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
  usePasskey: {
    phone: 'Utiliser une clé d’accès sur ce téléphone',
    computer: 'Utiliser une clé d’accès sur cet ordinateur',
  },
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
    phone_removed: 'Cette session a été fermée car le téléphone qui l’avait approuvée a été retiré.',
    recovered: 'Le compte a été récupéré, ce qui a fermé toutes ses sessions.',
    idle: 'Cette session a été fermée après un moment d’inactivité.',
    lifetime: 'La durée que vous aviez choisie pour cette session est écoulée.',
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
  useThis: { phone: 'Utiliser ce téléphone', computer: 'Utiliser cet ordinateur' },
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
  replaced: 'Une connexion plus récente a commencé dans un autre onglet. Continuez-y, ou recommencez ici.',
  gone: 'Ce navigateur n’attend plus. Recommencez.',
  denied: 'Votre téléphone a dit non. Si c’était une erreur, recommencez.',
  stoppedRecovery:
    'Un téléphone de ce compte a arrêté la récupération, et le code est annulé. Connectez-vous plutôt avec ce téléphone.',
  late: 'Votre téléphone avait déjà dit oui. Aucune session n’a été ouverte ici, et l’approbation prendra fin toute seule dans les deux minutes.',
  unanswered: {
    signin: 'Votre téléphone n’a pas répondu en deux minutes. Recommencez quand vous l’aurez sous la main.',
    register:
      'Aucun téléphone n’a été ajouté en dix minutes : le pseudo est de nouveau libre. Recommencez quand vous aurez le vôtre sous la main.',
    recover:
      'Aucun téléphone n’a été ajouté en dix minutes : rien n’a changé, et votre code reste valable. Recommencez quand vous aurez le nouveau téléphone sous la main.',
  },
  cancelled: {
    signin: 'C’est annulé. Aucune session n’a été ouverte.',
    register: 'C’est annulé. Le pseudo est de nouveau libre.',
    recover: 'C’est annulé. Rien n’a changé, et votre code reste valable.',
  },

  confirm: 'Confirmez sur votre téléphone',
  confirmTo: {
    add_phone: () => 'Pour ajouter un téléphone, dites oui sur le vôtre.',
    remove_phone: (name) => html`Pour retirer ${name}, dites oui sur votre téléphone.`,
    new_recovery_code: () => 'Pour créer un nouveau code de récupération, dites oui sur votre téléphone.',
    add_link: () => 'Pour associer un compte, dites oui sur votre téléphone.',
    remove_link: () => 'Pour dissocier un compte, dites oui sur votre téléphone.',
    not_me: (name) => html`Pour déconnecter ${name}, dites oui sur votre téléphone.`,
  },
  askAgain: 'Redemander',
};

export const register: Messages['register'] = {
  title: 'Choisissez votre pseudo',
  lead: 'Ensuite, votre téléphone devient votre accès. Aucun mot de passe à inventer.',
  yourName: () => html`Votre nom <span class="muted">(facultatif)</span>`,
  yourNameHint: 'Affiché à côté de vos posts. Sans nom, c’est votre pseudo qui s’affiche.',
  reserve: 'Réserver ce pseudo',
  haveName: () => html`Déjà un pseudo ? <a href="/signin">Connectez-vous</a>`,
  nameRule: '3 à 20 lettres a–z, chiffres ou _.',
  twoMore: 'Encore deux caractères au moins.',
  oneMore: 'Encore un caractère au moins.',
  tooLong: (characters) => `Cela fait ${count(characters)} caractères ; un pseudo en a 20 au plus.`,
  noSpaces: 'Un pseudo n’a pas d’espace ; mettez _ à la place.',
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
    'Aucune session n’a été ouverte ici. Ce que ce téléphone a approuvé prendra fin tout seul dans les deux minutes. Le pseudo appartient désormais à ce téléphone : recommencez avec un autre pseudo.',
};

export const recovery: Messages['recovery'] = {
  title: 'Téléphone perdu ?',
  lead: 'Avec votre code de récupération, un autre téléphone devient votre accès.',
  code: 'Code de récupération',
  codeHint: 'Comme vous l’avez noté ou imprimé. Majuscules, espaces et tirets ne comptent pas.',
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

  makeTitle: 'Au cas où vous perdriez votre téléphone',
  makeLead:
    'Avec un code de récupération et votre pseudo, un autre téléphone devient votre accès. Sans votre téléphone ni ce code, personne ne peut rouvrir votre compte, pas même nous.',
  make: 'Créer mon code de récupération',
  skip: (next) =>
    html`<a href=${next}>Passer pour l’instant</a>. Sans code, à créer sous « Compte », perdre votre seul téléphone, c’est perdre ce compte.`,

  yourCode: 'Votre code de récupération',
  keepIt:
    'Il ne s’affiche que cette fois. Gardez-le sur papier ou dans un gestionnaire de mots de passe, pas seulement sur votre téléphone.',
  keepItElsewhere: () =>
    html`Il ne s’affiche que cette fois. <strong>Notez-le ailleurs que sur ce téléphone</strong>, car il servira le jour où ce téléphone sera perdu.`,
  printedFor: (username, host) => html`Pour ${username} sur ${host}.`,
  printedHow: (address) =>
    `Téléphone perdu ? Ouvrez ${address}, tapez votre pseudo et ce code, puis scannez le code affiché avec votre nouveau téléphone. Tous les autres téléphones sont retirés, tous les navigateurs sont déconnectés, ce code ne sert plus, et vous en recevez un nouveau.`,
  copy: 'Copier',
  print: 'Imprimer',
  noted: 'C’est noté',
  copied: 'C’est copié. Collez-le là où personne d’autre ne peut le lire.',
  notCopied: 'La copie n’a pas marché. Sélectionnez le code et copiez-le vous-même.',
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
    html`Déjà un compte ? <a href="/signin">Connectez-vous</a>, puis associez-y ${provider}.`,
  signedInAs: (username, provider) =>
    html`Le compte ${username} est déjà ouvert ici. Pour y ajouter ${provider}, <a href="/account">associez-le là-bas</a> ; ici, vous en créez un autre.`,
  linkThis: 'Associer ce compte ?',
  linkMeans: (provider) =>
    `Désormais, quiconque se connecte à ${provider} sous cette identité entre dans votre compte ici.`,
  linkIt: 'Associer',
  dontLink: 'Ne pas associer',
  provider: 'Service',
  accountThere: 'Compte sur ce service',

  linkedAccounts: 'Comptes associés',
  whatFor: 'Avec un compte associé, vous pouvez vous connecter sans votre téléphone.',
  link: (provider) => `Associer ${provider}`,
  linkedOn: (when) => html`associé : ${when}`,
  lastUsed: (when) => html`dernière utilisation : ${when}`,
  onlyWayIn: 'Votre seul accès : ajoutez un téléphone avant de le dissocier.',
  unlink: 'Dissocier',
  linked: 'Le compte est associé.',
  unlinked: 'Le compte est dissocié.',

  confirm: 'Confirmez que c’est vous',
  confirmTo: {
    add_phone: (provider) => `Pour ajouter un téléphone, reconnectez-vous avec ${provider}.`,
    remove_phone: (provider, name) => html`Pour retirer ${name}, reconnectez-vous avec ${provider}.`,
    new_recovery_code: (provider) =>
      `Pour créer un nouveau code de récupération, reconnectez-vous avec ${provider}.`,
    add_link: (provider) => `Pour associer un compte, reconnectez-vous avec ${provider}.`,
    remove_link: (provider) => `Pour dissocier un compte, reconnectez-vous avec ${provider}.`,
    not_me: (provider, name) => html`Pour déconnecter ${name}, reconnectez-vous avec ${provider}.`,
  },
  youComeBack: 'Vous reviendrez à cette page.',
  notConfirmed: (provider) => `${provider} n’a pas confirmé`,
  cameBack: (provider) =>
    `Vous voilà de retour, mais ${provider} n’a pas dit que vous veniez de vous y connecter.`,
  neededTo: {
    add_phone: () => 'Nod en a besoin pour ajouter un téléphone.',
    remove_phone: (name) => html`Nod en a besoin pour retirer ${name}.`,
    new_recovery_code: () => 'Nod en a besoin pour créer un nouveau code de récupération.',
    add_link: () => 'Nod en a besoin pour associer un compte.',
    remove_link: () => 'Nod en a besoin pour dissocier un compte.',
    not_me: (name) => html`Nod en a besoin pour déconnecter ${name}.`,
  },
  signOutThere: (provider) =>
    `Déconnectez-vous chez ${provider}, puis réessayez. Si ce service ne dit jamais quand vous vous y connectez, il ne peut pas servir à cela.`,
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
    'Ce navigateur sera déconnecté, ce qu’il a écrit sera masqué, le reste de ce qu’il a fait sera annulé, et toute connexion qui attend votre oui sera refusée. Seuls ses posts pourront être réaffichés.',
  alsoPhone: (phone) =>
    html`Il a été approuvé avec ${phone}. Si vous n’avez plus ce téléphone, retirez-le aussi.`,
  alsoProvider: (provider) =>
    `Il s’est connecté avec ${provider}. Vérifiez-y aussi qui utilise votre compte.`,
  endAndTakeBack: 'Déconnecter et tout annuler',
  nothingHidden: 'Il n’avait rien écrit.',
  postsHidden: (posts) => counted(posts, 'post est masqué.', 'posts sont masqués.'),
  codeVoid: () =>
    html`Votre code de récupération est annulé. <a href="#recovery-title">Créez-en un nouveau maintenant</a>`,
  showAgain: 'Les réafficher',

  phones: 'Téléphones',
  phonesLead: 'Eux seuls peuvent dire oui quand un navigateur demande à se connecter.',
  noPhone:
    'Vous n’avez pas encore de téléphone ici. Ajoutez le vôtre, et un oui de sa part vous connectera, sans votre service.',
  addedAt: (time) => html`Ajout : ${time}`,
  lastUsed: (time) => html`dernière utilisation : ${time}`,
  rings: 'sonne quand vous vous connectez',
  ringsNot: 'ne sonne pas',
  onlyWayIn: 'Votre seul accès : ajoutez un autre téléphone avant de le retirer.',
  rename: 'Renommer',
  phoneName: 'Un nom pour ce téléphone',
  save: 'Enregistrer',
  renamed: (phone) => `Le téléphone s’appelle maintenant ${phone}.`,
  remove: 'Retirer',
  removeAsk: (phone) => html`Retirer ${phone} ? Ce téléphone ne pourra plus connecter personne.`,
  onlyPhone: (phone) => html`${phone} est votre seul téléphone.`,
  onlyWhileOther: 'Pour le retirer, il faut un autre accès.',
  withoutIt: (provider) => `Sans lui, vous ne pourrez vous connecter qu’avec ${provider}.`,
  endItsSessions:
    'Déconnecter aussi les navigateurs qu’il a approuvés, y compris celui-ci s’il en fait partie',
  removePhone: 'Retirer ce téléphone',
  phoneRemoved: (phone) => `${phone} ne fait plus partie de vos téléphones.`,

  alerts: 'Alertes sur vos téléphones',
  alertsLead:
    'Les téléphones qui sonnent peuvent aussi vous dire cela, même verrouillés : qui c’est et comment un post commence, mais jamais ce que dit un message.',
  alertsOf: {
    mentions: 'Quand quelqu’un vous mentionne',
    replies: 'Quand quelqu’un vous répond',
    messages: 'Quand quelqu’un vous écrit un message',
  },
  noneRings: 'Aucun de vos téléphones ne sonne encore. Cela s’active sur la page du téléphone.',
  addPhone: 'Ajouter un téléphone',
  scan: 'Scannez ce code avec l’appareil photo du téléphone à ajouter.',
  letItAsk: 'Laissez ce téléphone demander votre empreinte, votre visage ou votre code PIN.',
  itAppears: 'Il apparaîtra ensuite dans cette liste.',
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
  noneKnown: 'Aucun. Le prochain qui se connecte apparaîtra ici.',
  showAll: (browsers) => `Tout afficher (${count(browsers)})`,
  thisOne: 'Celui-ci',
  knownSince: (time) => html`Première connexion : ${time}`,
  knownAt: (place, time) => html`${place} · première connexion : ${time}`,
  lastSignedIn: (time) => html`dernière connexion : ${time}`,
  forget: 'Oublier',
  forgotten: (browser) => `${browser} est oublié.`,

  settings: 'Réglages',
  theme: 'Thème',
  themeLead: 'L’apparence de Nod ici.',
};

const endedAll = (browsers: number): string =>
  counted(browsers, 'navigateur a été déconnecté d’un coup', 'navigateurs ont été déconnectés d’un coup');

export const activity: Messages['activity'] = {
  title: 'Activité',
  lead: () =>
    html`Ce qui s’est passé sur votre compte ces 90 derniers jours. Quelque chose ne vient pas de vous ? Déconnectez le navigateur sous <a href="/account">Compte</a>.`,
  nothingYet: 'Il ne s’est encore rien passé.',
  nothingYetMore:
    'Quand un téléphone approuve un navigateur, ou qu’un navigateur est déconnecté, cela apparaît ici pendant 90 jours.',
  moreEntries: (entries) => counted(entries, 'entrée de plus.', 'entrées de plus.'),

  aPhone: 'un téléphone',
  aBrowser: 'un navigateur',
  aProvider: 'un service',
  registered: (browser, phone) =>
    `Le compte a été créé dans ${browser}, et ${phone} est son premier téléphone`,
  registeredBy: (browser, provider) =>
    `Le compte a été créé par une connexion avec ${provider}, dans ${browser}`,
  approved: (phone, browser) => `${phone} a approuvé ${browser}`,
  allowed: {
    add_phone: (phone, browser) => `${phone} a autorisé ${browser} à ajouter un téléphone`,
    remove_phone: (phone, browser) => `${phone} a autorisé ${browser} à retirer un téléphone`,
    new_recovery_code: (phone, browser) =>
      `${phone} a autorisé ${browser} à créer un nouveau code de récupération`,
    add_link: (phone, browser) => `${phone} a autorisé ${browser} à associer un compte`,
    remove_link: (phone, browser) => `${phone} a autorisé ${browser} à dissocier un compte`,
    not_me: (phone, browser) =>
      `${phone} a autorisé ${browser} à déconnecter un navigateur et à annuler ce qu’il a fait`,
  },
  denied: (phone, browser) => `${phone} a dit non à ${browser}`,
  refused: {
    add_phone: (phone, browser) => `${phone} n’a pas autorisé ${browser} à ajouter un téléphone`,
    remove_phone: (phone, browser) => `${phone} n’a pas autorisé ${browser} à retirer un téléphone`,
    new_recovery_code: (phone, browser) =>
      `${phone} n’a pas autorisé ${browser} à créer un nouveau code de récupération`,
    add_link: (phone, browser) => `${phone} n’a pas autorisé ${browser} à associer un compte`,
    remove_link: (phone, browser) => `${phone} n’a pas autorisé ${browser} à dissocier un compte`,
    not_me: (phone, browser) =>
      `${phone} n’a pas autorisé ${browser} à déconnecter un navigateur et à annuler ce qu’il a fait`,
  },
  signedIn: (browser) => `${browser} s’est connecté`,
  ended: {
    here: (browser) => `${browser} a été déconnecté depuis ce navigateur même`,
    elsewhere: (browser) => `${browser} a été déconnecté depuis un autre navigateur`,
    phone: (browser) => `${browser} a été déconnecté depuis votre téléphone`,
    not_me: (browser) => `${browser} a été déconnecté car vous avez dit que ce n’était pas vous`,
    admin: (browser) => `${browser} a été déconnecté par l’administration du site`,
    provider: (browser) => `${browser} a été déconnecté par le service qui l’avait connecté`,
    phone_removed: (browser) => `${browser} a été déconnecté car son téléphone a été retiré`,
    recovered: (browser) => `${browser} a été déconnecté car le compte a été récupéré`,
    idle: (browser) => `${browser} a été déconnecté après un moment d’inactivité`,
    lifetime: (browser) => `${browser} a été déconnecté car la durée choisie était écoulée`,
    phone_away: (browser) => `${browser} a été déconnecté car votre téléphone s’est absenté trop longtemps`,
    unanswered: (browser) => `${browser} a été déconnecté car personne n’a répondu`,
    denied: (browser) => `${browser} a été déconnecté car votre téléphone a dit non`,
    cancelled: (browser) => `${browser} a été déconnecté car la connexion a été annulée`,
    itself: (browser) => `${browser} s’est déconnecté tout seul`,
  },
  endedAllElsewhere: (browsers) => `${endedAll(browsers)}, depuis un autre navigateur`,
  endedAllPhone: (browsers) => `${endedAll(browsers)}, depuis votre téléphone`,
  endedAll,
  hidden: (posts) => counted(posts, 'post a été masqué', 'posts ont été masqués'),
  hiddenOf: (posts, browser) =>
    counted(posts, `post écrit avec ${browser} a été masqué`, `posts écrits avec ${browser} ont été masqués`),
  shown: (posts) => counted(posts, 'post a été réaffiché', 'posts ont été réaffichés'),
  undone: (acts, browser) =>
    counted(
      acts,
      `action faite avec ${browser} a été annulée`,
      `actions faites avec ${browser} ont été annulées`,
    ),
  invited: (browser) => `${browser} a affiché un code pour ajouter un téléphone`,
  added: (phone) => `${phone} fait désormais partie de vos téléphones`,
  removed: (phone) => `${phone} ne fait plus partie de vos téléphones`,
  renewed: 'Un nouveau code de récupération a été créé',
  revoked: 'Le code de récupération a été annulé',
  begun: (browser) => `${browser} a commencé à récupérer le compte avec le code de récupération`,
  stopped: (phone, browser) =>
    `${phone} a arrêté la récupération lancée par ${browser}, et le code de récupération est annulé`,
  recovered: (phone) => `Le compte a été récupéré avec le code de récupération, sur ${phone}`,
  linked: (provider) => `La connexion avec ${provider} a été activée`,
  unlinked: (provider) => `La connexion avec ${provider} a été désactivée`,
  browserKnown: (browser, provider) => `${browser} est désormais connu, après une connexion avec ${provider}`,
  browserForgotten: (browser) => `${browser} a été oublié`,

  showAgain: 'Réafficher',
  saveReceipt: 'Enregistrer le reçu',
  receiptSaved: 'Le reçu est enregistré.',
  howToCheck: 'Comment vérifier un reçu',
  whatReceiptHas:
    'Un reçu contient ce que votre téléphone a signé pour laisser entrer un navigateur ou autoriser une action, la signature, et la clé publique de votre téléphone. Pour le vérifier, il ne vous faut rien de nous, seulement Node.js :',
  checkSave: 'Enregistrez un reçu de la liste ci-dessus.',
  checkScript: (script) =>
    html`Enregistrez ${script} et lisez-le : c’est une seule page, courte, qui n’interroge personne.`,
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
    'Nod n’a pas de mots de passe. Quand vous vous connectez quelque part, cette page montre qui demande, et votre empreinte ou votre visage dit oui. Ce téléphone n’est pas encore configuré pour cela.',
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
  numberUnsent: 'Nod est injoignable. Le nombre sera envoyé dès que possible.',
  digitsOnly: 'Le nombre n’a que des chiffres.',
  tooManyDigits: 'Le nombre a six chiffres, pas plus.',
  digitsMissing: (missing) => `Le nombre a six chiffres : il en manque ${count(missing)}.`,

  requests: 'Demandes en cours',
  asks: {
    sign_in: (browser) => html`${browser} demande à se connecter`,
    add_phone: (browser) => html`${browser} demande à ajouter un téléphone`,
    remove_phone: (browser) => html`${browser} demande à retirer un téléphone`,
    new_recovery_code: (browser) => html`${browser} demande à créer un nouveau code de récupération`,
    add_link: (browser) => html`${browser} demande à associer un compte`,
    remove_link: (browser) => html`${browser} demande à dissocier un compte`,
    not_me: (browser) => html`${browser} demande à déconnecter un navigateur et à annuler ce qu’il a fait`,
    other: (browser) => html`${browser} demande quelque chose que cette page ne connaît pas encore`,
  },
  typeIt: 'Tapez le nombre qu’il affiche',
  news: (asks) => html`${asks}. Tapez le nombre qu’il affiche.`,
  justNow: 'à l’instant',
  notMe: 'Ce n’est pas moi',
  scanInstead: 'Scanner plutôt le code',

  request: 'Demande d’un navigateur',
  numberTo: {
    sign_in: 'Tapez le nombre pour vous connecter',
    add_phone: 'Tapez le nombre pour ajouter un téléphone',
    remove_phone: 'Tapez le nombre pour retirer un téléphone',
    new_recovery_code: 'Tapez le nombre pour créer un nouveau code de récupération',
    add_link: 'Tapez le nombre pour associer un compte',
    remove_link: 'Tapez le nombre pour dissocier un compte',
    not_me: 'Tapez le nombre pour déconnecter un navigateur et annuler ce qu’il a fait',
    other: 'Tapez le nombre pour continuer',
  },
  numberOfThat:
    'Lisez-le sur l’écran de ce navigateur. S’il n’est pas devant vous, choisissez « Ce n’est pas moi ».',

  asker: 'Qui demande',
  browser: 'Navigateur',
  place: 'Lieu',
  address: 'Adresse',
  asked: 'Demandé',
  itsNumber: 'Nombre',
  newBrowser: 'Nouveau navigateur',
  knownBrowser: 'Navigateur connu',
  signedInAsYou: 'Connecté à votre compte',
  adviceOnNew: 'Il ne s’est encore jamais connecté à votre compte. N’approuvez que s’il est devant vous.',
  adviceOnAct: 'Votre compte y est ouvert. N’approuvez que si vous venez de le demander.',

  approval: 'Approuver une connexion',
  signInOn: {
    computer: 'Se connecter sur cet ordinateur ?',
    phone: 'Se connecter sur ce téléphone ?',
    browser: 'Se connecter dans ce navigateur ?',
  },
  lifetime: 'Garder la session ouverte pendant',
  lifetimes: { '10m': '10 minutes', '24h': '24 heures', '30d': '30 jours' },
  presence: 'Seulement tant que cette page est ouverte',
  presenceMore: 'Le navigateur se verrouille 90 secondes après que vous avez quitté Nod sur ce téléphone.',
  presenceLabel: 'Seulement tant que cette page est ouverte sur votre téléphone',
  approve: { phone: 'Approuver avec l’empreinte', computer: 'Approuver avec cet ordinateur' },
  unconfirmed: {
    phone: 'Votre téléphone n’a pas confirmé : personne n’est entré. Approuvez à nouveau quand vous voulez.',
    computer:
      'Votre ordinateur n’a pas confirmé : personne n’est entré. Approuvez à nouveau quand vous voulez.',
  },
  approved: 'C’est approuvé',
  signedIn: (browser, lifetime) => `${browser} est connecté pour ${lifetime}.`,
  signedInHere: (browser, lifetime) =>
    `${browser} est connecté pour ${lifetime}, tant que cette page reste ouverte.`,
  may: {
    add_phone: (browser) => `${browser} peut maintenant ajouter un téléphone.`,
    remove_phone: (browser) => `${browser} peut maintenant retirer un téléphone.`,
    new_recovery_code: (browser) => `${browser} peut maintenant créer un nouveau code de récupération.`,
    add_link: (browser) => `${browser} peut maintenant associer un compte.`,
    remove_link: (browser) => `${browser} peut maintenant dissocier un compte.`,
    not_me: (browser) => `${browser} peut maintenant déconnecter un navigateur et annuler ce qu’il a fait.`,
    other: (browser) => `${browser} peut maintenant le faire.`,
  },
  backToSignIn: 'Revenir à la connexion',

  denial: 'Refuser une connexion',
  notYou: 'Ce n’est pas vous ?',
  askedTo: {
    sign_in: (browser, ago) => html`${browser} a demandé ${ago} à se connecter à votre compte.`,
    add_phone: (browser, ago) => html`${browser} a demandé ${ago} à ajouter un téléphone.`,
    remove_phone: (browser, ago) => html`${browser} a demandé ${ago} à retirer un téléphone.`,
    new_recovery_code: (browser, ago) =>
      html`${browser} a demandé ${ago} à créer un nouveau code de récupération.`,
    add_link: (browser, ago) => html`${browser} a demandé ${ago} à associer un compte.`,
    remove_link: (browser, ago) => html`${browser} a demandé ${ago} à dissocier un compte.`,
    not_me: (browser, ago) =>
      html`${browser} a demandé ${ago} à déconnecter un navigateur et à annuler ce qu’il a fait.`,
    other: (browser, ago) =>
      html`${browser} a demandé ${ago} quelque chose que cette page ne connaît pas encore.`,
  },
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
    'Tout ce qui attendait encore a aussi été refusé. Si le navigateur était connu, il est oublié et ne fait plus sonner ce téléphone.',
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
      title: 'Une réponse a déjà été donnée',
      text: 'Cette connexion a déjà reçu une réponse. L’écran suivant montre les navigateurs connectés.',
    },
    recovery: {
      title: 'Aucune récupération en attente',
      text: 'Elle a été arrêtée, a expiré ou a abouti : voyez l’activité de votre compte.',
    },
  },

  recoveryNews: 'Quelqu’un récupère votre compte.',
  recovery: 'Quelqu’un récupère votre compte',
  recoveryUntil: (until) =>
    html`Votre code de récupération y a été tapé. Jusqu’à ${until}, un autre téléphone peut prendre la place de celui-ci. Si c’est vous, continuez là-bas. Arrêter la récupération annule aussi le code.`,
  stop: 'Arrêter',
  unstopped: 'Votre téléphone n’a pas confirmé : elle continue. Arrêtez-la à nouveau quand vous voulez.',
  stopped: 'La récupération est arrêtée',
  stoppedMore:
    'Personne n’est entré. Quelqu’un d’autre a eu votre code de récupération : il est donc annulé. Créez-en un nouveau maintenant, dans un navigateur connecté, sous « Compte ».',

  scanner: 'Scanner le code',
  picture: 'L’image de l’appareil photo',
  point: 'Dirigez l’appareil photo vers le code de l’autre écran.',
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
  disabledMore: 'Personne ne peut s’y connecter pour l’instant. Adressez-vous aux responsables de ce site.',
  lookAgain: 'Actualiser',
};

export const enrol: Messages['enrol'] = {
  title: { phone: 'Configurer ce téléphone', computer: 'Configurer cet ordinateur' },
  signsIn: {
    phone: (name) => html`Ce téléphone vous connectera en tant que ${name}.`,
    computer: (name) => html`Cet ordinateur vous connectera en tant que ${name}.`,
  },
  adds: {
    phone: (name) => html`Ce téléphone s’ajoute à ${name}. Vos autres téléphones restent comme ils sont.`,
    computer: (name) =>
      html`Cet ordinateur s’ajoute à ${name}. Vos autres téléphones restent comme ils sont.`,
  },
  onlyPhone: (name) => html`Il devient le seul téléphone de ${name}.`,
  othersGo:
    'Tous les autres téléphones sont retirés, et tous les navigateurs déconnectés. Votre navigateur affiche alors un nouveau code de récupération.',
  replaces: {
    phone: (before, name) =>
      html`Ce téléphone est déjà la clé de ${before}. Si vous continuez, il devient celle de ${name}.`,
    computer: (before, name) =>
      html`Cet ordinateur est déjà la clé de ${before}. Si vous continuez, il devient celle de ${name}.`,
  },
  replacesAnother: {
    phone: (name) =>
      html`Ce téléphone est déjà la clé d’un autre compte. Si vous continuez, il devient celle de ${name}.`,
    computer: (name) =>
      html`Cet ordinateur est déjà la clé d’un autre compte. Si vous continuez, il devient celle de ${name}.`,
  },
  name: { phone: 'Un nom pour ce téléphone', computer: 'Un nom pour cet ordinateur' },
  androidPhone: 'Téléphone Android',
  thisComputer: 'Cet ordinateur',
  willAsk: {
    phone: 'Votre téléphone demandera votre empreinte, votre visage ou son code.',
    computer: 'Votre ordinateur demandera votre empreinte, votre visage ou son code PIN.',
  },
  noKeys: 'Ce navigateur ne peut pas garder de clé. Ouvrez le lien dans Chrome, Safari ou Firefox.',
  makeKey: { phone: 'Faire de ce téléphone ma clé', computer: 'Faire de cet ordinateur ma clé' },
  makeOnlyPhone: 'En faire mon seul téléphone',
  waiting: { phone: 'En attente de votre téléphone', computer: 'En attente de votre ordinateur' },
  unconfirmed: {
    phone: 'Votre téléphone n’a pas confirmé : aucune clé n’a été créée. Réessayez quand vous voulez.',
    computer: 'Votre ordinateur n’a pas confirmé : aucune clé n’a été créée. Réessayez quand vous voulez.',
  },
  hasKey: {
    phone: (name) => `Ce téléphone a déjà une clé pour @${name} : il n’y a rien à ajouter.`,
    computer: (name) => `Cet ordinateur a déjà une clé pour @${name} : il n’y a rien à ajouter.`,
  },
  ready: { phone: 'Ce téléphone est prêt', computer: 'Cet ordinateur est prêt' },
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
  title: { phone: 'Ce téléphone', computer: 'Cet ordinateur' },
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
      'Votre navigateur empêche Nod de faire sonner ce téléphone. Autorisez les notifications pour ce site dans ses réglages.',
    'after installing':
      'Ce téléphone pourra sonner une fois Nod sur son écran d’accueil. Touchez « Partager », puis « Sur l’écran d’accueil », et ouvrez Nod de là.',
    'not here': 'Ce navigateur ne peut pas sonner. Ouvrez cette page quand vous vous connectez quelque part.',
  },
  ring: 'Faire sonner ce téléphone',
  stopRinging: 'Ne plus sonner',
  wait: 'Un instant',
  noPush: 'Le service de notifications de ce navigateur ne répond pas. Réessayez plus tard.',
  offer: 'Faire sonner ce téléphone quand vous vous connectez',
  offerMore:
    'Seul un navigateur que vous avez déjà utilisé peut le faire sonner. Un inconnu ne le peut jamais.',
  rings: 'Ce téléphone sonne désormais',
  ringsMore: 'Touchez la notification, et tapez le nombre que le navigateur affiche.',
  notNow: 'Pas maintenant',

  installTitle: 'Nod sur votre écran d’accueil',
  install: 'Installer',

  removal: 'Retirer ce téléphone',
  onlyWayIn:
    'C’est votre seul accès, il reste donc en place : ajoutez d’abord un autre téléphone, dans un navigateur connecté.',
  removalMore: 'Il ne pourra plus rien approuver. Pour revenir, il faudra le configurer à nouveau.',
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
    'Aucun navigateur n’est connecté. Quand vous en approuverez un, il apparaîtra ici, et vous pourrez le déconnecter d’ici.',
  more: 'Afficher plus',
  active: (ago) => html`activité : ${ago}`,
  letInBy: (provider) => `Connecté avec ${provider}`,
  end: 'Déconnecter',
  endOf: (session) => `Déconnecter ${session}`,
  endAll: 'Tout déconnecter',
  endQuestion: 'Il sera déconnecté dans la seconde.',
  endIt: 'Fermer cette session',
  endAllQuestion: 'Tous les navigateurs seront déconnectés dans la seconde.',
  endThemAll: 'Fermer toutes les sessions',
  ended: 'Ce navigateur est déconnecté.',
  allEnded: 'Tous les navigateurs sont déconnectés.',
  notMe: 'Ce n’était pas moi',
  reportQuestion: (browser) =>
    `${browser} sera déconnecté, ce qu’il a écrit sera masqué, le reste de ce qu’il a fait sera annulé, et toute connexion qui attend votre oui sera refusée.`,
  report: 'Déconnecter et tout annuler',
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
  keepAwake: 'Gardez vous-même l’écran allumé : ce navigateur ne sait pas le faire.',
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
    recovered: ({ device = 'un autre téléphone' }) => `Votre compte a été récupéré, sur ${device}`,
    recovery_stopped: ({ device = 'Un téléphone' }) => `${device} a arrêté la récupération de votre compte`,
    link_added: ({ provider = 'Un autre site' }) => `${provider} peut désormais vous connecter`,
    link_removed: ({ provider = 'Un autre site' }) => `${provider} ne peut plus vous connecter`,
    browser_added: ({ browser = 'Un navigateur' }) =>
      `${browser} peut désormais faire sonner votre téléphone`,
    browser_forgotten: ({ browser = 'Un navigateur' }) =>
      `${browser} est oublié, et ne fera plus sonner votre téléphone`,
  },
  thisPhoneRemoved: 'Ce téléphone a été retiré de votre compte',

  ofRemovedPhone:
    'Il n’approuve plus rien. Si ce n’était pas vous, connectez-vous autrement et vérifiez vos téléphones.',
  stopIt: (browser = 'Un navigateur', place) =>
    place === undefined
      ? `${browser} a votre code de récupération. Si ce n’est pas vous, touchez ici pour arrêter la récupération.`
      : `${browser}, ${place}, a votre code de récupération. Si ce n’est pas vous, touchez ici pour arrêter la récupération.`,
  codeIsVoid: 'Votre code de récupération est annulé. Créez-en un nouveau dans un navigateur connecté.',
  ifNotYou: 'Si ce n’était pas vous, ouvrez Nod et déconnectez les navigateurs que vous ne connaissez pas.',
  alerts: {
    mentions: (name) => `${name} vous a mentionné`,
    replies: (name) => `${name} vous a répondu`,
    messages: (name) => `Nouveau message de ${name}`,
  },
};

export const languages: Messages['languages'] = {
  title: 'Langue',
  lead: 'La langue de Nod dans ce navigateur. Celle d’un téléphone se choisit sur le téléphone.',
};

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

export const hides: Messages['hides'] = {
  mute: (name) => `Masquer ${name}`,
  unmute: (name) => `Ne plus masquer ${name}`,
  block: (name) => `Bloquer ${name}`,
  unblock: (name) => `Débloquer ${name}`,
  reportPost: 'Signaler ce post',
  reportPerson: (name) => `Signaler ${name}`,
  whatYouCanDo: (name) => `Ce que vous pouvez faire au sujet de ${name}`,
  nowMuted: (name) => `${name} est masqué : vous ne voyez ses posts que sur sa propre page.`,
  nowUnmuted: (name) => `${name} n’est plus masqué.`,
  nowBlocked: (name) => `${name} est bloqué.`,
  nowUnblocked: (name) => `${name} n’est plus bloqué. Les abonnements ne reviennent pas.`,
  undo: 'Annuler',
  undoFailed: 'Impossible de revenir en arrière.',
  blockAsk: (name) => `Bloquer ${name} ?`,
  blockMeans:
    'Aucun de vous deux ne voit, ne suit ni n’écrit plus à l’autre, et si vous vous suivez, cela prend fin. Cette personne peut voir sur votre page que vous l’avez bloquée.',
  blockYes: 'Bloquer',
  youMuted: 'Vous avez masqué cette personne.',
  youMutedMore: 'Vous voyez ses posts ici, et nulle part ailleurs. Elle n’en sait rien.',
  youBlocked: 'Vous avez bloqué cette personne.',
  blockedYou: 'Cette personne vous a bloqué.',
  blockedMore: 'Aucun de vous deux ne voit ce que l’autre écrit.',
  title: 'Masqués et bloqués',
  lead: 'Personne n’apprend que vous l’avez masqué. Qui est bloqué peut le voir sur votre page.',
  settingsLead: 'Les personnes que vous ne voulez pas voir.',
  show: 'Voir la liste',
  notLoaded: 'La liste n’est pas arrivée.',
  muted: 'Masqué',
  blocked: 'Bloqué',
  none: 'Vous n’avez masqué ni bloqué personne.',
  noneMore: 'Les deux se font sur la page d’une personne.',
  more: (people) => `${counted(people, 'autre personne', 'autres personnes')}.`,
  unmuteThis: 'Ne plus masquer',
  unblockThis: 'Débloquer',
  reportPostTitle: 'Quel est le problème avec ce post ?',
  reportPersonTitle: (name) => `Quel est le problème avec ${name} ?`,
  reportLead: 'Les responsables de ce Nod le liront. Personne d’autre ne saura que c’était vous.',
  reasons: {
    spam: 'C’est du spam ou une escroquerie',
    abuse: 'Cela insulte, menace ou harcèle quelqu’un',
    illegal: 'C’est contraire à la loi',
    other: 'Autre chose',
  },
  chooseReason: 'Choisissez le problème.',
  words: 'Ce qu’il faudrait savoir (peut rester vide)',
  send: 'Signaler',
  reportedTitle: 'Merci.',
  reported:
    'Votre signalement est entre les mains des responsables de ce Nod. Ils l’examinent et décident ; vous n’en aurez pas d’autre nouvelle ici. D’ici là, vous pouvez masquer ou bloquer la personne.',
  close: 'Fermer',
};

export const text: Messages['text'] = {
  language: 'Langue du post',
};

export const threads: Messages['threads'] = {
  replyingTo: (name) => html`En réponse à ${name}`,
  replies: 'Réponses',
  noReplies: 'Pas encore de réponse.',
  yourReply: 'Votre réponse',
  replyPlaceholder: (name) => `Répondre à @${name}`,
  reply: 'Répondre',
  replied: 'Votre réponse est publiée.',
  signInToReply: () => 'Se connecter pour répondre',
  moreAbove: 'Afficher ce qui précède',
  moreReplies: 'Afficher plus de réponses',
  moreCame: (replies) =>
    plural(replies, {
      one: `${count(replies)} réponse de plus.`,
      many: `${count(replies)} de réponses de plus.`,
      other: `${count(replies)} réponses de plus.`,
    }),
  gone: {
    deleted: 'Ce post a été supprimé.',
    hidden: 'Ce post est masqué pour l’instant.',
    unseen: 'Vous et l’auteur de ce post ne vous voyez pas.',
  },
  goneTitle: 'Message supprimé · Nod',
  above: 'Ce à quoi cela répond',
  whoMayReply: 'Qui peut répondre',
  who: {
    everybody: 'Tout le monde peut répondre',
    following: 'Seulement les gens que je suis',
    mentioned: 'Seulement les gens que je mentionne',
    nobody: 'Personne ne peut répondre',
  },
  whoSaid: {
    following: 'Seules les personnes que l’auteur suit peuvent répondre.',
    mentioned: 'Seules les personnes mentionnées dans le premier post peuvent répondre.',
    nobody: 'Personne ne peut répondre ici.',
  },
  removeReply: (name) => html`Retirer<span class="visually-hidden"> la réponse de ${name} de ce fil</span>`,
  removed: 'La réponse n’est plus dans ce fil.',
  edit: () => html`Modifier<span class="visually-hidden"> ce post</span>`,
  editLabel: 'Le texte de votre post',
  saveEdit: 'Enregistrer',
  cancelEdit: 'Annuler',
  saved: 'Enregistré.',
  editedMeanwhile:
    'Ce post a été modifié dans une autre fenêtre. Copiez votre texte, puis rechargez la page.',
  edited: 'modifié',
  history: 'Ce que disait ce post',
  closeHistory: 'Fermer',
  now: 'Maintenant',
  historyNotLoaded: 'Les versions précédentes ne sont pas arrivées.',
  deleted: 'Supprimé.',
  undo: 'Annuler',
  deletedAnnounced: 'Le post est supprimé. Vous pouvez annuler pendant dix secondes.',
  undone: 'Le post est de retour.',
  notDeleted: (why) => `Le post n’a pas été supprimé. ${why}`,
};

export const people: Messages['people'] = {
  follow: 'Suivre',
  following: 'Suivi',
  followName: (name) => `Suivre ${name}`,
  followingName: (name) => `Suivi : ${name}. Ne plus suivre`,
  nowFollowing: (name) => `Vous suivez maintenant ${name}.`,
  nowNotFollowing: (name) => `Vous ne suivez plus ${name}.`,
  followsYou: 'Vous suit',
  followersOf: (name) => html`Qui suit ${name}`,
  followedBy: (name) => html`Qui ${name} suit`,
  titleOfFollowers: (name) => `Qui suit ${name}`,
  titleOfFollowing: (name) => `Qui ${name} suit`,
  nobodyFollows: 'Personne ne suit encore ce compte.',
  followsNobody: 'Ce compte ne suit encore personne.',
  notLoaded: 'La liste n’est pas arrivée',
  morePeople: (number) =>
    plural(number, { one: '1 personne de plus.', other: `${count(number)} personnes de plus.` }),
  lists: 'Posts',
  home: 'Accueil',
  everybody: 'Tout le monde',
  followSomebody: 'Suivez quelqu’un, et ce qui en vient sera ici.',
  suggested: 'Qui écrit ici',
  nothingAtHome: 'Rien ici pour le moment',
  nothingAtHomeMore: 'Les personnes que vous suivez n’ont encore rien écrit. Voyez ce qui se dit.',
};
export const navigation: Messages['navigation'] = {
  search: 'Recherche',
  notices: 'Avis',
  messages: 'Messages',
  profile: 'Profil',
  saved: 'Gardés',
  settings: 'Réglages',
  unread: (items) => `(${counted(items, 'nouveau', 'nouveaux')})`,
  newPost: 'Nouveau post',
  close: 'Fermer',

  newPosts: (posts) => counted(posts, 'nouveau post', 'nouveaux posts'),
  manyNewPosts: (least) => `Plus de ${counted(least, 'nouveau post', 'nouveaux posts')}`,
  newPostsAbove: (posts) => `${counted(posts, 'nouveau post', 'nouveaux posts')} au-dessus.`,
  toNewest: 'Aller aux plus récents',

  keys: 'Clavier',
  keysLead: 'Une lettre suffit, partout où vous n’écrivez pas.',
  nextPost: 'Post suivant',
  postBefore: 'Post précédent',
  like: 'J’aime',
  reply: 'Répondre',
  theseKeys: 'Cette liste',
  keysOn: 'Utiliser ces lettres',
  keysOnMore:
    'Désactivez-les si vous parlez à votre ordinateur ou si vous touchez des touches par hasard. Cette liste est aussi dans les réglages.',
  keysOfPages: 'Des lettres pour aller d’un post à l’autre',
  showKeys: 'Afficher',
};

export const profile: Messages['profile'] = {
  edit: 'Modifier le profil',
  editTitle: 'Modifier votre profil',
  name: 'Nom',
  about: 'À propos de vous',
  aboutTooLong: (over) => `Retirez ${count(over)} caractères pour l’enregistrer.`,
  links: 'Où vous trouver ailleurs',
  link: (number) => `Lien ${count(number)}`,
  linkWrong: 'Ce n’est pas l’adresse d’une page. Elle ressemble à example.com/vous.',
  saved: 'Enregistré.',
  posts: (posts, number) =>
    html`${number}${plural(posts, { one: ' post', many: ' de posts', other: ' posts' })}`,
  followers: (people, number) =>
    html`${number}${plural(people, { one: ' abonné', many: ' d’abonnés', other: ' abonnés' })}`,
  following: (people, number) =>
    html`${number}${plural(people, { one: ' abonnement', many: ' d’abonnements', other: ' abonnements' })}`,
  pinned: 'Épinglé',
  pin: 'Épingler à votre profil',
  unpin: 'Détacher de votre profil',
  isPinned: 'Épinglé à votre profil.',
  isUnpinned: 'N’est plus épinglé.',
  choosePicture: 'Choisir une image',
  removePicture: 'Retirer l’image',
  showLastSeen: 'Montrer quel jour vous étiez ici pour la dernière fois',
  showLastSeenMore:
    'Seulement le jour, et seulement aux personnes connectées. Les personnes que vous avez bloquées ou qui vous ont bloqué ne le voient pas.',
  lastSeen: (day) => html`Dernière visite : ${day}`,
  replies: 'Réponses',
  likes: 'J’aime',
  noReplies: 'Aucune réponse pour l’instant.',
  noRepliesMore: 'Les réponses à d’autres posts apparaîtront ici.',
  noLikes: 'Aucun « j’aime » pour l’instant.',
  noLikesMore: 'Ce que vous aimez apparaîtra ici. Personne d’autre ne le voit.',
  likesPrivate: 'Les « j’aime » sont privés.',
  likesPrivateMore: 'Personne ne voit ce que les autres aiment.',
};

export const marks: Messages['marks'] = {
  reply: (name) => `Répondre au post signé ${name}`,
  repost: (name) => `Republier le post signé ${name}`,
  like: (name) => `Aimer le post signé ${name}`,
  save: (name) => `Enregistrer le post signé ${name}`,
  share: (name) => `Partager le post signé ${name}`,
  more: (name) => `Plus sur le post signé ${name}`,
  counted: (button, number) => `${button} : ${number}`,
  repostedBy: (name) => html`Republié par ${name}`,
  repostedByYou: 'Republié par vous',
  copyText: 'Copier le texte',
  copyAddress: 'Copier l’adresse',
  textCopied: 'Le texte est copié.',
  addressCopied: 'L’adresse est copiée.',
  notCopied: 'Votre navigateur n’a pas permis la copie.',
  saved: 'Enregistrés',
  savedLead: 'Vous seul voyez ce que vous enregistrez.',
  savedNotLoaded: 'Vos posts enregistrés n’ont pas pu s’afficher.',
  nothingSaved: 'Rien d’enregistré pour l’instant.',
  nothingSavedMore: 'Ce que vous enregistrez sous un post sera ici.',
};

export const chats: Messages['chats'] = {
  title: 'Messages',
  list: 'Conversations',
  listFailed: 'Vos conversations n’ont pas pu être chargées.',
  moreCame: (chats) =>
    plural(chats, { one: 'Une conversation de plus.', other: `${count(chats)} conversations de plus.` }),
  none: 'Pas encore de messages',
  noneMore: () =>
    html`Pour écrire à quelqu’un, ouvrez sa page et touchez l’enveloppe. <a href="/">Voir qui est là</a>.`,
  choose: 'Choisissez une conversation.',
  you: (text) => html`Vous : ${text}`,
  deleted: 'Ce message a été supprimé.',
  unread: (messages) =>
    plural(messages, { one: 'Un message non lu', other: `${count(messages)} messages non lus` }),
  back: 'Tous les messages',
  with: (name) => `Messages avec ${name}`,
  failed: 'Cette conversation n’a pas pu être chargée.',
  earlier: 'Afficher les messages précédents',
  earlierCame: (messages) =>
    plural(messages, { one: 'Un message précédent.', other: `${count(messages)} messages précédents.` }),
  whoReads: (name) =>
    html`${name} et vous pouvez lire ceci, et la personne qui gère ce Nod le pourrait aussi.`,
  nothingYet: (name) => html`Vous et ${name} ne vous êtes pas encore écrit.`,
  newOnes: 'Nouveau',
  from: (name) => html`${name} :`,
  fromYou: 'Vous :',
  yourMessage: 'Votre message',
  write: 'Écrivez un message',
  enterSends: 'Entrée envoie, Maj et Entrée commence une nouvelle ligne.',
  send: 'Envoyer',
  writeFirst: 'Écrivez d’abord quelque chose.',
  tooLong: (most, over) =>
    `Un message a ${count(most)} caractères au plus. Retirez-en ${count(over)} pour l’envoyer.`,
  sending: 'Envoi en cours',
  notSent: 'Non envoyé.',
  sendAgain: 'Renvoyer',
  discard: 'Abandonner',
  delete: () => html`Supprimer<span class="visually-hidden"> ce message</span>`,
  deleteAsk: 'Supprimer ce message pour vous deux ?',
  deleteYes: 'Supprimer',
  deleteNo: 'Le garder',
  wasDeleted: 'Le message a été supprimé.',
  blocked: 'Vous et cette personne ne pouvez pas vous écrire.',
  yourself: 'C’est vous',
  yourselfMore: 'Pour écrire à quelqu’un d’autre, ouvrez sa page et touchez l’enveloppe.',
};

/** Pictures in posts: adding them, and looking at them. */
export const media = {
  add: 'Ajouter des images',
  /** Below the composer. Pictures are counted from one. */
  describe: (n: number) => `Décrire l’image ${count(n)}`,
  describeHelp: 'Ce qu’on y voit, pour qui ne la voit pas',
  remove: (n: number) => `Retirer l’image ${count(n)}`,
  sending: 'En route',
  failed: 'Cette image n’est pas arrivée.',
  again: 'Réessayer',
  tooMany: 'Un post a au plus quatre images.',
  tooHeavy: 'Cette image est trop grande et votre navigateur ne peut pas la réduire.',
  wait: 'Attendez que vos images soient arrivées.',

  /** On a picture that somebody has described. */
  alt: 'ALT',
  open: (n: number) => `Ouvrir l’image ${count(n)}`,
  of: (n: number, all: number) => `Image ${count(n)} sur ${count(all)}`,
  undescribed: 'Personne n’a décrit cette image.',
  previous: 'Image précédente',
  next: 'Image suivante',
  close: 'Fermer',
};

export const search: Messages['search'] = {
  title: 'Recherche',
  label: 'Ce que vous cherchez',
  placeholder: 'Posts, personnes, mots-clés',
  search: 'Rechercher',
  kinds: 'Résultats',
  posts: 'Posts',
  people: 'Personnes',
  notLoaded: 'La recherche n’a pas fonctionné.',
  nothing: 'Aucun résultat.',
  nothingMore: 'Tous les mots doivent être dans un même post. Essayez-en moins, ou d’autres.',
  nobody: 'Personne de ce nom.',
  nobodyMore: 'Les personnes se trouvent par le début de leur nom.',
  nothingSoFar: 'Rien pour l’instant.',
  lookedBackTo: (day) => html`Recherche faite jusqu’au ${day}.`,
  lookFurther: 'Chercher plus loin',
  noneOfTag: 'Personne n’a encore utilisé ce mot-clé.',
  noneOfTagMore: 'Écrivez-le dans un post, et il sera ici.',
  help: {
    title: 'Vous pouvez aussi chercher',
    phrase: 'ces mots dans cet ordre',
    tag: 'un mot-clé',
    fromMe: 'vos posts ; ceux des autres par leur nom',
    image: 'des posts avec images',
    before: 'des posts d’avant un jour',
    since: 'des posts depuis une année, un mois ou un jour',
  },
};

export const notices: Messages['notices'] = {
  title: 'Avis',
  failed: 'Vos avis n’ont pas pu être chargés.',
  moreCame: (notices) =>
    plural(notices, { one: 'Un avis de plus.', other: `${count(notices)} avis de plus.` }),
  none: 'Rien pour le moment',
  noneMore:
    'Ici s’affichent les personnes qui vous suivent, vous mentionnent et vous répondent, qui aiment et republient vos posts, et ce qui change sur votre compte.',
  isNew: 'Nouveau :',
  followed: (name) => html`${name} vous suit`,
  mentioned: (name) => html`${name} vous a mentionné`,
  replied: (name) => html`${name} vous a répondu`,
  liked: (who, people) => (people === 1 ? html`${who} aime votre post` : html`${who} aiment votre post`),
  reposted: (who, people) =>
    people === 1 ? html`${who} a republié votre post` : html`${who} ont republié votre post`,
  others: (people) => plural(people, { one: 'une autre personne', other: `${count(people)} autres` }),
  toActivity: 'Toute l’activité',
};
