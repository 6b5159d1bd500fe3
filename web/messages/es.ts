/**
 * Nod in Spanish, for readers in Spain and Latin America alike: informal "tú" with neutral words, so "teléfono" (neither
 * "móvil" nor "celular"), "equipo" (neither "ordenador" nor "computadora"), "rostro", "configuración", and the simple past
 * ("tu teléfono dijo que sí").
 *
 * Terms: iniciar/cerrar sesión (ending a session is "cerrar", too), llave de acceso (passkey), llave (the phone as key),
 * código de recuperación, aprobar, rechazar, vincular/desvincular, publicación, avisar (to ring), "ya no sirve" (void),
 * deshacer (to take back). A nod is "el visto bueno"; whom it lets in "entra". Buttons are infinitives, sentences speak to
 * the reader. Quotation marks are “…”, which both sides of the ocean use on screens.
 *
 * A relative time or a date follows a colon, because only one of the two would take an article. Nothing agrees with a
 * person in gender. `many` is for millions; what cannot come to so many has none.
 */

import type { Missing } from '../../shared/errors.ts';
import { html } from '../lib/html.ts';
import { count, plural } from '../lib/language.ts';
import type { Messages } from '../lib/messages.ts';
import type { Wait } from '../lib/problem-sentence.ts';

/** "3 navegadores", "1.000.000 de navegadores". */
const several = (number: number, noun: string): string =>
  plural(number, { many: `${count(number)} de ${noun}`, other: `${count(number)} ${noun}` });

const changes = (number: number, where: string): string =>
  `${plural(number, { one: 'un cambio', other: several(number, 'cambios') })} ${where}`;

const closed = (sessions: number): string =>
  plural(sessions, { one: 'Se cerró una sesión', other: `Se cerraron ${several(sessions, 'sesiones')}` });

const hidden = (posts: number): string =>
  plural(posts, {
    one: 'Se ocultó una publicación',
    other: `Se ocultaron ${several(posts, 'publicaciones')}`,
  });

const shown = (posts: number): string =>
  plural(posts, {
    one: 'Se volvió a mostrar una publicación',
    other: `Se volvieron a mostrar ${several(posts, 'publicaciones')}`,
  });

export const pages: Messages['pages'] = {
  home: { title: 'Nod', description: 'Un microblog en el que entras con el visto bueno de tu teléfono.' },
  signin: { title: 'Iniciar sesión · Nod', description: 'Inicia sesión en Nod con tu teléfono.' },
  register: {
    title: 'Registrarse · Nod',
    description: 'Elige un nombre y entra con tu teléfono. Sin contraseñas.',
  },
  social: {
    title: 'Iniciando sesión · Nod',
    description: 'El camino de vuelta desde el proveedor con el que inicias sesión.',
  },
  account: {
    title: 'Cuenta · Nod',
    description: 'Dónde tienes la sesión iniciada y con qué teléfonos entras.',
  },
  activity: { title: 'Actividad · Nod', description: 'Lo que pasó en tu cuenta en los últimos 90 días.' },
  hidden: { title: 'Silenciados y bloqueados · Nod', description: 'A quién silenciaste y bloqueaste.' },
  code: {
    title: 'Tu código de recuperación · Nod',
    description: 'El código con el que vuelves a entrar si pierdes tu teléfono.',
  },
  recover: {
    title: '¿Perdiste tu teléfono? · Nod',
    description: 'Entra con otro teléfono gracias a tu código de recuperación.',
  },
  phone: { title: 'Tu teléfono · Nod', description: 'Aprueba inicios de sesión desde este teléfono.' },
  profile: { title: 'Perfil · Nod', description: 'Publicaciones de una persona.' },
  post: { title: 'Publicación · Nod', description: 'Una publicación.' },
  people: { title: 'Seguidores · Nod', description: 'Quién sigue a alguien y a quién sigue.' },
  search: { title: 'Buscar · Nod', description: 'Encuentra publicaciones, personas y etiquetas.' },
  tag: { title: 'Etiqueta · Nod', description: 'Publicaciones con una etiqueta.' },
  saved: { title: 'Guardado · Nod', description: 'Las publicaciones que has guardado.' },
  notices: {
    title: 'Avisos · Nod',
    description: 'Quién te sigue, te menciona y te responde, y qué cambia en tu cuenta.',
  },
  chats: { title: 'Mensajes · Nod', description: 'Lo que tú y otras personas se escriben.' },
  offline: {
    title: 'Sin conexión · Nod',
    description: 'Ocupa el lugar de una página mientras no hay conexión con Nod.',
  },
  'not-found': { title: 'No encontrada · Nod', description: 'Esta página no existe.' },
};

export const noscript: Messages['noscript'] = {
  needed: 'Nod necesita JavaScript para hablar con tu teléfono. Actívalo y vuelve a cargar la página.',
  toWrite: 'Para iniciar sesión o publicar, activa JavaScript: Nod lo necesita para hablar con tu teléfono.',
};

export const layout: Messages['layout'] = {
  skip: 'Ir al contenido',
  logo: 'Nod, inicio',
  places: 'Principal',
  home: 'Inicio',
  approve: 'Aprobar',
  browsersWait: (browsers) =>
    plural(browsers, {
      one: '(espera un navegador)',
      other: `(esperan ${several(browsers, 'navegadores')})`,
    }),
  /** Shorter than "Iniciar sesión", which does not fit below an icon. */
  signIn: 'Entrar',
  register: 'Registrarse',
  postsOf: (username) => html`${username}, tu perfil`,
  browserWaits: 'Un navegador espera tu visto bueno. Abre “Aprobar”.',
  offline: 'Estás sin conexión.',
  offlineMore: 'Puede que no veas lo último.',
  silent: 'No hay conexión con Nod',
  silentMore: 'Esta página está bloqueada por ahora. Se abrirá sola en cuanto haya conexión.',
  silentBar: 'No hay conexión con Nod.',
  silentBarMore: 'Puedes seguir leyendo, y publicar en cuanto vuelva la conexión.',
  away: 'Falta tu teléfono',
  awayMore:
    'Este navegador solo tiene acceso mientras Nod está abierto en tu teléfono. Ábrelo de nuevo y esta página seguirá sola.',
  awayBar: 'Falta tu teléfono.',
  awayBarMore: 'Puedes seguir leyendo. Para publicar, abre Nod de nuevo en tu teléfono.',
  signOut: 'Cerrar sesión',
  cookiesNeeded:
    'Nod necesita cookies para iniciar tu sesión. Permite las de este sitio en la configuración del navegador y vuelve a cargar la página.',
  theme: 'Tema',
  themes: { system: 'Sistema', light: 'Claro', dark: 'Oscuro' },
};

export const common: Messages['common'] = {
  space: ' ',
  cancel: 'Cancelar',
  tryAgain: 'Reintentar',
  loadMore: 'Cargar más',
  keep: 'Dejar así',
  listFailed: 'No se pudo cargar la lista.',
  phoneNameMissing: 'Escribe un nombre para el teléfono, como “Mi teléfono”.',
  morePosts: (posts) =>
    plural(posts, { one: '1 publicación más.', other: `${several(posts, 'publicaciones')} más.` }),
  postsShown: (posts) => `${shown(posts)}.`,
};

const tryAgain = (wait: Wait | undefined): string =>
  wait === undefined
    ? 'Inténtalo de nuevo en un minuto.'
    : plural(wait.minutes, {
        one: `Inténtalo de nuevo en un minuto (${wait.at}).`,
        other: `Inténtalo de nuevo en ${count(wait.minutes)} minutos (${wait.at}).`,
      });

export const problems: Messages['problems'] = {
  unreachable: 'No hay conexión con Nod. Revisa tu conexión e inténtalo de nuevo.',
  muchAtOnce: (wait) => `Fue mucho a la vez. ${tryAgain(wait)}`,
  failed: 'Algo falló en Nod. Inténtalo de nuevo en un momento.',
  refused: 'Nod no lo hizo. Vuelve a cargar la página e inténtalo de nuevo.',

  fields: {
    username: 'Un nombre de usuario tiene de 3 a 20 caracteres: letras a–z, dígitos o _.',
    displayName: 'Un nombre tiene de 1 a 50 caracteres en una línea, y al menos uno visible.',
    name: 'El nombre de un teléfono tiene de 1 a 40 caracteres en una línea, y al menos uno visible.',
    body: 'Una publicación es un texto de 1 a 500 caracteres, y al menos uno visible.',
    code: 'Este código tiene una errata. Compáralo con lo que anotaste, carácter por carácter.',
    number: 'El número tiene seis dígitos.',
  },
  invalidInput: 'Nod no pudo leer lo que se envió. Vuelve a cargar la página e inténtalo de nuevo.',

  codes: {
    not_signed_in: 'Primero inicia sesión.',
    signed_in_as_other: 'Tienes la sesión iniciada con otro nombre.',
    not_waiting: 'Este navegador no está esperando ningún inicio de sesión. Empieza de nuevo.',
    not_awaiting_input: 'Este navegador no está esperando ninguna respuesta. Empieza de nuevo.',
    not_a_phone: 'Este teléfono no está configurado en Nod.',
    reauth_required: 'Confirma que eres tú e inténtalo de nuevo.',
    phone_away: 'Falta tu teléfono. Vuelve con él para continuar.',
    blocked: 'Aquí no puedes hacer eso: entre ustedes hay un bloqueo.',
    user_disabled: 'Esta cuenta está desactivada.',
    may_not_reply: 'Quien empezó este hilo eligió quién puede responder.',
    not_editable: ({ why }) =>
      why === 'late'
        ? 'Una publicación se puede editar durante 24 horas.'
        : 'Esta publicación ya se ha editado tantas veces como es posible.',
    too_many_hidden: ({ most }) =>
      `Ya son ${several(most, 'personas')}. Quita a alguien antes de añadir a otra persona.`,
    username_taken: 'Este nombre ya está ocupado. Elige otro.',

    assertion_refused: ({ what }) =>
      what === 'passkey'
        ? 'Esta llave de acceso no es de ningún teléfono de aquí: puede que se quitara.'
        : 'Esta confirmación no es de tu teléfono. Inténtalo de nuevo.',
    challenge_used: 'Esta confirmación ya se usó o tardó demasiado. Inténtalo de nuevo.',
    attestation_refused: ({ what }) =>
      what === 'passkey'
        ? 'Esta llave de acceso no se pudo comprobar. Inténtalo de nuevo.'
        : 'La llave de este teléfono es demasiado débil o no se puede usar. Prueba con otra app de llaves de acceso o con otro teléfono.',

    number_unknown: 'Ningún inicio de sesión muestra ahora este número. Mira de nuevo la pantalla.',
    number_crowded_out: 'Hay demasiadas solicitudes con tu nombre. Empieza de nuevo en la otra pantalla.',
    too_many_numbers: (wait) => `Hubo demasiados números equivocados. ${tryAgain(wait)}`,
    not_approved: 'Tu teléfono aún no aprobó este inicio de sesión.',
    already_answered: 'Este inicio de sesión ya se respondió.',
    already_completed: 'Este inicio de sesión ya se completó.',
    session_ended: 'Este inicio de sesión ya terminó.',

    ticket_unknown: 'Nod no conoce este enlace. Escanea de nuevo el código de la pantalla.',
    ticket_used: ({ what }) => TICKET_USED[what],
    ticket_expired: ({ what }) =>
      what === 'link'
        ? 'Este enlace tiene más de diez minutos. Empieza de nuevo en tu navegador.'
        : 'El navegador que invitó a este teléfono cerró la sesión. Invítalo de nuevo.',
    too_many_follows: ({ most }) => `Ya sigues a ${count(most)} personas. Deja de seguir a alguien antes.`,
    too_many_phones: ({ most }) => `Ya tienes ${count(most)} teléfonos. Quita uno antes de añadir otro.`,
    last_sign_in_method: ({ method }) =>
      method === 'phone'
        ? 'Es tu única forma de entrar. Añade otra antes de quitarla.'
        : 'Es tu única forma de entrar. Primero añade un teléfono u otra cuenta.',
    endpoint_refused: 'Los avisos necesitan un servicio de notificaciones público.',

    code_unknown: 'Este nombre y este código no van juntos.',
    recovery_not_stopped: 'No se pudo detener la recuperación. Mira de nuevo.',

    provider_unknown: 'Aquí no existe esta forma de iniciar sesión.',
    provider_refused: 'El proveedor no te dejó entrar o su respuesta no sirve. No cambió nada.',
    provider_declined: ({ provider }) => `Volviste de ${provider} sin iniciar sesión ahí. No cambió nada.`,
    provider_account_refused: ({ provider }) => `Tu cuenta de ${provider} no puede iniciar sesión aquí.`,
    signed_out_there: ({ provider }) =>
      `Mientras tanto cerraste la sesión en ${provider}. No cambió nada. Empieza de nuevo.`,
    authorization_unknown:
      'Este inicio de sesión no empezó en este navegador, ya se usó o tardó más de diez minutos. Empieza de nuevo.',
    provider_unavailable: 'Tu proveedor no respondió. Inténtalo de nuevo en un momento.',
    provider_not_ready: 'Esta forma de iniciar sesión no está lista. Inténtalo de nuevo en un momento.',
    link_taken: 'Esta cuenta ya es de otra persona aquí.',
    already_linked: ({ provider }) => `Ya vinculaste ${provider}. Primero desvincula esa cuenta.`,

    // Pictures.
    image_type_refused: 'Nod no acepta este tipo de imagen. Usa JPEG, PNG, WebP, GIF o AVIF.',
    image_unreadable: 'No se ha podido leer esta imagen: puede que esté dañada o incompleta. Elige otra.',
    image_too_large: ({ most }) => `Una imagen tiene como máximo ${count(most)} megapíxeles.`,
    image_taken: 'Otra publicación ya tiene esta imagen. Añádela de nuevo.',

    not_found: ({ what }) => NOTHING_FOUND[what],
    conflict: 'Hubo otro cambio antes. Mira de nuevo y decide.',
    too_many: (wait) => `Hubo demasiadas solicitudes. ${tryAgain(wait)}`,
    too_large: 'Es demasiado para Nod de una vez.',
    store_unavailable: 'La base de datos no respondió. Inténtalo de nuevo en un momento.',
    internal: 'Algo falló en Nod. No cambió nada.',

    invalid_json: 'Nod no pudo leer lo que se envió.',
    unsupported_media_type: 'Nod no pudo leer lo que se envió.',
    cross_origin_refused: 'Esto no vino de una página de este sitio.',
    direct_access_refused: 'Nod solo responde en la dirección de su sitio.',
  },
};

const TICKET_USED = {
  link: 'Este enlace ya se usó. Empieza de nuevo en tu navegador.',
  code: 'Mientras tanto, este código de recuperación se usó o se sustituyó.',
  phone: 'Mientras tanto, este teléfono se quitó.',
};

const NOTHING_FOUND: Record<Missing, string> = {
  phone: 'Este teléfono no existe.',
  session: 'Esta sesión no existe.',
  signin: 'Este inicio de sesión no existe.',
  recovery: 'Esta recuperación no existe.',
  link: 'Este vínculo no existe.',
  receipt: 'No hay ningún comprobante de esta sesión.',
  browser: 'Nod no conoce este navegador, o ya no.',
  post: 'Esta publicación no existe.',
  message: 'Este mensaje no existe.',
  image: 'Esta imagen no existe.',
  user: 'Nadie tiene este nombre.',
  route: 'Esta página no existe.',
  thing: 'Esto no existe, o ya no.',
};

export const notice: Messages['notice'] = {
  title: 'No funcionó · Nod',
  heading: 'No funcionó',
  backToAccount: 'Volver a tu cuenta',
  signInAgain: 'Iniciar sesión de nuevo',
  goHome: 'Ir al inicio',
  logo: 'Nod, inicio',
};

export const names: Messages['names'] = {
  browserOn: (browser, os) => `${browser} en ${os}`,
  unnamed: {
    'Unknown browser': 'navegador desconocido',
    'Unknown system': 'sistema desconocido',
    'Android app': 'app de Android',
    'iOS app': 'app de iOS',
  },
};

export const browsers: Messages['browsers'] = {
  here: 'este equipo',
  signedIn: {
    '10m': (moment) => html`Sesión de 10 minutos, inicio: ${moment}`,
    '24h': (moment) => html`Sesión de 24 horas, inicio: ${moment}`,
    '30d': (moment) => html`Sesión de 30 días, inicio: ${moment}`,
  },
  thisOne: { computer: 'este equipo', phone: 'este teléfono' },
  ends: (end) => html`Termina: ${end}`,
  endsOrIdle: (end, idleEnd) => html`Termina: ${end}; si no se usa, ${idleEnd}`,
  which: (name, moment) => `${name}, inicio: ${moment}`,
  whichAt: (name, moment, place) => `${name}, inicio: ${moment}, ${place}`,
  takesBack: 'También deshace lo que vino de ahí:',
  takenBack: (list) => html`También se deshizo: ${list}.`,
  takenPhone: (name) => html`el teléfono ${name}`,
  takenProvider: (provider) => html`el inicio de sesión con ${provider}`,
  takenCode: 'el código de recuperación',
  takenSessions: (browsers) =>
    plural(browsers, { one: 'una sesión más', other: `${several(browsers, 'sesiones')} más` }),
  takenActs: {
    follows: (acts) => changes(acts, 'en a quién sigues'),
    hides: (acts) => changes(acts, 'en a quién silencias o bloqueas'),
    marks: (acts) =>
      plural(acts, {
        one: 'un «me gusta», una publicación compartida o guardada',
        other: several(acts, '«me gusta» y publicaciones compartidas y guardadas'),
      }),
    posts: (acts) => changes(acts, 'en publicaciones'),
    profile: (acts) => changes(acts, 'en tu perfil'),
    messages: (acts) => plural(acts, { one: 'un mensaje', other: several(acts, 'mensajes') }),
    reports: (acts) => plural(acts, { one: 'una denuncia', other: several(acts, 'denuncias') }),
    settings: (acts) => changes(acts, 'en tus ajustes'),
  },
  takenMore: 'más que aún no se ha contado',
  actQuestions: {
    add_phone: '¿Añadir un teléfono?',
    remove_phone: '¿Quitar un teléfono?',
    new_recovery_code: '¿Crear un nuevo código de recuperación?',
    add_link: '¿Vincular una cuenta?',
    remove_link: '¿Desvincular una cuenta?',
    not_me: '¿Cerrar una sesión y deshacer sus cambios?',
  },
};

export const posts: Messages['posts'] = {
  home: 'Inicio',
  introTitle: 'Di que sí y cuéntalo.',
  introLead:
    'Nod es un lugar pequeño para publicaciones cortas. Esta pantalla muestra un número, tu teléfono te pide la huella o el rostro, y ya estás dentro. Sin contraseñas, nunca.',
  register: 'Registrarse',
  signIn: 'Iniciar sesión',
  signedOut: 'Aquí no tienes la sesión iniciada.',
  everybodys: 'Lo que dice la gente',
  noneYet: 'Aún no hay nada.',
  registerAndWrite: () => html`<a href="/register">Regístrate</a> y escribe la primera publicación.`,
  writeAbove: 'Escribe arriba la primera publicación. Todo el mundo la verá.',
  yourPost: 'Tu publicación',
  placeholder: '¿En qué piensas?',
  charactersLeft: (characters, number) =>
    html`${number}<span class="visually-hidden">${plural(characters, {
      one: ' carácter disponible',
      other: ' caracteres disponibles',
    })}</span>`,
  post: 'Publicar',
  posted: 'Publicada.',
  writeFirst: 'Primero escribe algo.',
  tooLong: (most, over) =>
    `Una publicación tiene hasta ${count(most)} caracteres. Quita ${count(over)} para publicarla.`,
  notLoaded: 'No se pudieron cargar las publicaciones.',
  showMore: 'Mostrar más',
  showLess: 'Mostrar menos',
  writeTo: 'Mensaje',
  deleteThis: () => html`Eliminar<span class="visually-hidden"> esta publicación</span>`,
  postNotLoaded: 'No se pudo cargar la publicación.',
  postTitle: (name, words) => `${name}: ${words} · Nod`,
  postBy: (name) => html`Publicación de ${name}`,
  moreBy: (username) => html`Más de ${username}`,
  toEverybodys: 'Lo que dice la gente',
  profileNotLoaded: 'No se pudo cargar el perfil.',
  profileDescription: (name) => `Lo que dice ${name} en Nod.`,
  since: (month) => `aquí desde ${month}`,
  authors: 'Publicaciones',
  feed: 'Seguir por feed',
  noneOfAuthor: 'Aún no hay publicaciones.',
  noneOfAuthorMore: 'Cuando haya alguna, la verás aquí.',
  noneOfOwn: () => html`<a href="/">Escribe la primera</a> en Inicio.`,
};

export const missing: Messages['missing'] = {
  goHome: 'Ir al inicio',
  page: 'Aquí no hay ninguna página',
  pageMore: 'La dirección puede tener una errata, o lo que había aquí ya no existe.',
  post: 'Esta publicación no existe',
  postMore: 'Puede que quien la escribió la haya eliminado.',
  postTitle: 'Publicación no encontrada · Nod',
  deleted: 'Tu publicación se eliminó',
  deletedMore: 'Ya no la ve nadie.',
  author: (username) => html`Nadie se llama ${username}`,
  authorMore: 'Revisa el nombre o vuelve a lo que dice la gente.',
  authorTitle: 'Nadie con este nombre · Nod',
  description: 'Aquí no hay nada.',
  offline: 'Sin conexión con Nod',
  offlineMore: 'Esta página se abrirá sola en cuanto haya conexión. No tienes que hacer nada.',
  tryNow: 'Probar ahora',
  trying: 'Probando',
  tryAgain: 'Reintentar',
};

export const signin: Messages['signin'] = {
  title: 'Iniciar sesión',
  lead: 'Di quién eres y da el visto bueno en tu teléfono. Sin contraseñas.',
  username: 'Nombre de usuario',
  askMyPhone: 'Preguntar a mi teléfono',
  usePasskey: {
    phone: 'Usar una llave de acceso de este teléfono',
    computer: 'Usar una llave de acceso de este equipo',
  },
  noPasskey: 'No se usó ninguna llave de acceso. Inténtalo de nuevo o pregunta a tu teléfono.',
  newHere: () => html`¿Es tu primera vez? <a href="/register">Regístrate</a>`,
  lostPhone: () => html`¿Perdiste tu teléfono? <a href="/recover">Usa tu código de recuperación</a>`,
  signedInAs: (username, next) =>
    html`Tienes la sesión iniciada como ${username}. <a href=${next}>Sigue en Nod</a> o inicia otra.`,

  reasons: {
    here: 'Cerraste la sesión.',
    elsewhere: 'Esta sesión se cerró desde otro navegador.',
    phone: 'Esta sesión se cerró desde tu teléfono.',
    not_me: 'Esta sesión se denunció como ajena y se cerró.',
    admin: 'La administración del sitio cerró esta sesión.',
    provider: 'El servicio con el que entraste cerró esta sesión.',
    phone_removed: 'Se quitó el teléfono que aprobó esta sesión, así que se cerró.',
    recovered: 'Se recuperó la cuenta, así que se cerraron todas sus sesiones.',
    idle: 'Aquí no pasó nada durante un tiempo, así que esta sesión se cerró.',
    lifetime: 'Terminó el tiempo que elegiste para esta sesión.',
    phone_away: 'Tu teléfono faltó demasiado tiempo, así que esta sesión se cerró.',
    unanswered: 'Tu teléfono no respondió a tiempo.',
    denied: 'Tu teléfono dijo que no a este inicio de sesión.',
    cancelled: 'Este inicio de sesión se canceló.',
  },

  nodFromPhone: 'Da el visto bueno en tu teléfono',
  enterNumber: (address) =>
    html`Abre Nod en tu teléfono, en ${address}, y escribe este número. O escanea el código.`,
  codeToScan: 'Código para escanear con la cámara de tu teléfono',
  approveHere: 'Aprobar aquí',
  useThis: { phone: 'Usar este teléfono', computer: 'Usar este equipo' },
  orAnotherPhone: 'O usa otro teléfono:',
  orYourPhone: 'O usa tu teléfono:',
  waiting: 'Esperando a tu teléfono',
  found: 'Ya está en tu teléfono. Apruébalo ahí',
  nowWaiting: 'Esperando a tu teléfono.',
  unreachable: 'No hay conexión con Nod. Reintentando.',
  changedMind: '¿No eres tú o cambiaste de idea?',

  phoneSaidYes: 'Tu teléfono dijo que sí.',
  passkeyAccepted: 'Se aceptó tu llave de acceso.',
  signingIn: 'Iniciando tu sesión',
  saidSigningIn: (said) => `${said} Iniciando tu sesión.`,
  notYet: 'Aún no has iniciado sesión',
  startAgain: 'Empezar de nuevo',
  startWhenYouLike: 'Empieza de nuevo cuando quieras.',
  thenStartAgain: (sentence) => `${sentence} Empieza de nuevo.`,
  replaced: 'Hay un inicio de sesión más nuevo en otra pestaña. Sigue ahí o empieza de nuevo aquí.',
  gone: 'Este navegador ya no está esperando. Empieza de nuevo.',
  denied: 'Tu teléfono dijo que no. Si fue sin querer, empieza de nuevo.',
  stoppedRecovery:
    'Un teléfono de esta cuenta detuvo la recuperación y el código ya no sirve. Inicia sesión con ese teléfono.',
  late: 'Tu teléfono ya había dicho que sí. Aquí no se inició ninguna sesión. Lo que aprobó termina solo en dos minutos.',
  unanswered: {
    signin: 'Tu teléfono no respondió en dos minutos. Empieza de nuevo cuando lo tengas a mano.',
    register:
      'No se añadió ningún teléfono en diez minutos, así que el nombre vuelve a estar libre. Empieza de nuevo cuando tengas el tuyo a mano.',
    recover:
      'No se añadió ningún teléfono en diez minutos, así que no cambió nada y tu código todavía sirve. Empieza de nuevo cuando tengas a mano el teléfono nuevo.',
  },
  cancelled: {
    signin: 'Cancelado. No se inició ninguna sesión.',
    register: 'Cancelado. El nombre vuelve a estar libre.',
    recover: 'Cancelado. No cambió nada y tu código todavía sirve.',
  },

  confirm: 'Confirma con tu teléfono',
  confirmTo: {
    add_phone: () => 'Para añadir un teléfono, da el visto bueno en el tuyo.',
    remove_phone: (name) => html`Para quitar ${name}, da el visto bueno en tu teléfono.`,
    new_recovery_code: () => 'Para crear un nuevo código de recuperación, da el visto bueno en tu teléfono.',
    add_link: () => 'Para vincular una cuenta, da el visto bueno en tu teléfono.',
    remove_link: () => 'Para desvincular una cuenta, da el visto bueno en tu teléfono.',
    not_me: (name) => html`Para cerrar la sesión de ${name}, da el visto bueno en tu teléfono.`,
  },
  askAgain: 'Preguntar de nuevo',
};

export const register: Messages['register'] = {
  title: 'Elige tu nombre',
  lead: 'Después entrarás con tu teléfono. No hay que inventar ninguna contraseña.',
  yourName: () => html`Tu nombre <span class="muted">(opcional)</span>`,
  yourNameHint: 'Se muestra junto a tus publicaciones. Si lo dejas vacío, se verá tu nombre de usuario.',
  reserve: 'Reservar este nombre',
  haveName: () => html`¿Ya tienes un nombre? <a href="/signin">Inicia sesión</a>`,
  nameRule: 'De 3 a 20 caracteres: letras a–z, dígitos o _.',
  twoMore: 'Al menos dos caracteres más.',
  oneMore: 'Al menos un carácter más.',
  tooLong: (characters) => `Son ${count(characters)} caracteres; un nombre tiene 20 como máximo.`,
  noSpaces: 'Un nombre no lleva espacios; usa _ en su lugar.',
  notIn: (character) => `Un nombre solo lleva letras a–z, dígitos y _, así que sin ${character}.`,
  youWillBe: (username) => `Serás ${username}.`,
  chooseName: 'Elige un nombre.',

  addPhone: 'Añade tu teléfono',
  wayIn: (username) => html`Con él entrarás como ${username}.`,
  scan: 'Escanea este código con la cámara de tu teléfono.',
  letItAsk: 'Deja que tu teléfono te pida la huella, el rostro o el PIN.',
  comeBack: 'Vuelve a esta pantalla.',

  isItYours: '¿Es este tu teléfono?',
  yourPhone: 'tu teléfono',
  added: (username) => html`Se acaba de añadir a ${username}, y desde ahora entrarás con él.`,
  yes: 'Sí, iniciar sesión',
  no: 'No, detener',
  notYours:
    'Aquí no se inició ninguna sesión. Lo que aprobó ese teléfono termina solo en dos minutos. El nombre ya es suyo, así que empieza de nuevo con otro.',
};

export const recovery: Messages['recovery'] = {
  title: '¿Perdiste tu teléfono?',
  lead: 'Con tu código de recuperación puedes entrar con otro teléfono.',
  code: 'Código de recuperación',
  codeHint: 'Como lo anotaste o imprimiste. Mayúsculas, espacios y guiones dan igual.',
  onceScanned: 'En cuanto escanees con tu nuevo teléfono:',
  phonesGo: 'los demás teléfonos se quitan de tu cuenta,',
  browsersGo: 'se cierra la sesión en todos los navegadores,',
  codeGoes: 'este código deja de servir y recibes otro.',
  goOn: 'Continuar',
  foundIt: () => html`¿Lo encontraste? <a href="/signin">Inicia sesión</a>`,
  noCode: 'Escribe el código de recuperación que anotaste.',
  wrongLength: (characters) =>
    `Un código tiene 28 caracteres, en siete grupos de cuatro. Este tiene ${count(characters)}.`,
  typo: 'Este código tiene una errata. Compáralo con lo que anotaste, carácter por carácter.',

  scanTitle: 'Escanea con tu nuevo teléfono',
  onlyWayIn: (username) =>
    html`Será la única forma de entrar como ${username}. Hasta entonces no cambia nada.`,
  scan: 'Escanea este código con la cámara del teléfono que tienes ahora.',
  letItAsk: 'Deja que ese teléfono te pida la huella, el rostro o el PIN.',
  comeBack: 'Vuelve a esta pantalla para ver tu nuevo código de recuperación.',
  codeToScan: 'Código para escanear con la cámara de tu nuevo teléfono',

  makeTitle: 'Por si un día pierdes tu teléfono',
  makeLead:
    'Con tu nombre y un código de recuperación puedes entrar con otro teléfono. Sin teléfono y sin código, nadie puede volver a abrir tu cuenta, y nosotros tampoco.',
  make: 'Crear mi código de recuperación',
  skip: (next) =>
    html`<a href=${next}>Omitir por ahora</a>. Hasta que crees un código en “Cuenta”, perder tu único teléfono es
      perder esta cuenta.`,

  yourCode: 'Tu código de recuperación',
  keepIt:
    'Solo se muestra esta vez. Guárdalo en papel o en un gestor de contraseñas, no solo en tu teléfono.',
  keepItElsewhere: () =>
    html`Solo se muestra esta vez. <strong>Anótalo fuera de este teléfono</strong>: es para cuando lo pierdas.`,
  printedFor: (username, host) => html`Para ${username} en ${host}.`,
  printedHow: (address) =>
    `Si pierdes tu teléfono: abre ${address}, escribe tu nombre y este código, y escanea con tu nuevo teléfono el código de la pantalla. Entonces se quitan los demás teléfonos, se cierra la sesión en todos los navegadores y recibes un nuevo código. Este deja de servir.`,
  copy: 'Copiar',
  print: 'Imprimir',
  noted: 'Ya lo anoté',
  copied: 'Copiado. Pégalo donde solo tú puedas leerlo.',
  notCopied: 'No se pudo copiar. Selecciona el código y cópialo.',
};

export const social: Messages['social'] = {
  continueWith: (provider) => `Continuar con ${provider}`,
  or: 'o',

  saidYes: 'Tu proveedor dijo que sí.',
  failed: 'No funcionó',
  goBack: 'Volver',
  newHere: (provider) => `Es tu primera vez aquí. Desde ahora entras con ${provider} y con este nombre.`,
  create: 'Crear mi cuenta',
  haveName: (provider) =>
    html`¿Ya tienes un nombre? <a href="/signin">Inicia sesión</a> con él y luego vincula ${provider}.`,
  signedInAs: (username, provider) =>
    html`Tienes la sesión iniciada como ${username}. Para añadir ${provider} a esa cuenta, <a href="/account">vincúlalo
      ahí</a>; aquí creas otra.`,
  linkThis: '¿Vincular esta cuenta?',
  linkMeans: (provider) =>
    `Desde ahora, quien inicie sesión en ${provider} como esta persona entra en tu cuenta de Nod.`,
  linkIt: 'Vincular',
  dontLink: 'No vincular',
  provider: 'Proveedor',
  accountThere: 'Tu cuenta ahí',

  linkedAccounts: 'Cuentas vinculadas',
  whatFor: 'Con una cuenta vinculada puedes iniciar sesión sin tu teléfono.',
  link: (provider) => `Vincular ${provider}`,
  linkedOn: (when) => html`vinculada: ${when}`,
  lastUsed: (when) => html`último uso: ${when}`,
  onlyWayIn: 'Es tu única forma de entrar: añade un teléfono antes de desvincularla.',
  unlink: 'Desvincular',
  linked: 'La cuenta está vinculada.',
  unlinked: 'La cuenta ya no está vinculada.',

  confirm: 'Confirma que eres tú',
  confirmTo: {
    add_phone: (provider) => `Inicia sesión con ${provider} otra vez para añadir un teléfono.`,
    remove_phone: (provider, name) => html`Inicia sesión con ${provider} otra vez para quitar ${name}.`,
    new_recovery_code: (provider) =>
      `Inicia sesión con ${provider} otra vez para crear un nuevo código de recuperación.`,
    add_link: (provider) => `Inicia sesión con ${provider} otra vez para vincular una cuenta.`,
    remove_link: (provider) => `Inicia sesión con ${provider} otra vez para desvincular una cuenta.`,
    not_me: (provider, name) =>
      html`Inicia sesión con ${provider} otra vez para cerrar la sesión de ${name}.`,
  },
  youComeBack: 'Después vuelves a esta página.',
  notConfirmed: (provider) => `${provider} no lo confirmó`,
  cameBack: (provider) => `Volviste, pero ${provider} no dijo que acabaras de iniciar sesión ahí.`,
  neededTo: {
    add_phone: () => 'Nod lo necesita para añadir un teléfono.',
    remove_phone: (name) => html`Nod lo necesita para quitar ${name}.`,
    new_recovery_code: () => 'Nod lo necesita para crear un nuevo código de recuperación.',
    add_link: () => 'Nod lo necesita para vincular una cuenta.',
    remove_link: () => 'Nod lo necesita para desvincular una cuenta.',
    not_me: (name) => html`Nod lo necesita para cerrar la sesión de ${name}.`,
  },
  signOutThere: (provider) =>
    `Cierra la sesión en ${provider} e inténtalo de nuevo. Si nunca dice cuándo iniciaste sesión, no sirve para esto.`,
};

export const account: Messages['account'] = {
  title: 'Cuenta',
  you: 'Tú',
  signOut: 'Cerrar sesión',
  toActivity: 'Ver lo que pasó en tu cuenta',

  browsers: 'Navegadores',
  showMore: 'Mostrar más',
  moreBrowsers: (browsers) =>
    plural(browsers, { one: '1 navegador más.', other: `${several(browsers, 'navegadores')} más.` }),
  thisBrowser: 'Este navegador',
  lastActive: (time) => html`última actividad: ${time}`,
  approvedWith: (phone) => html`Aprobado con ${phone}`,
  letInBy: (provider) => `Entró con ${provider}`,
  end: 'Cerrar sesión',
  endWhich: (which) => `Cerrar sesión: ${which}`,
  notMe: 'No fui yo',
  notMeWhich: (which) => `No fui yo: ${which}`,
  endOthers: 'Cerrar las demás',
  noOthers: 'No tienes la sesión iniciada en ningún otro navegador.',
  signedOut: (browser) => `Se cerró la sesión de ${browser}.`,
  signedOutMany: (browsers) => `${closed(browsers)}.`,

  notMeAsk:
    'Esto cierra la sesión, oculta lo que publicó, deshace lo demás que hizo y rechaza todos los inicios de sesión que ahora te esperan. Solo sus publicaciones se pueden volver a mostrar.',
  alsoPhone: (phone) => html`Se aprobó con ${phone}. Si ya no tienes ese teléfono, quítalo también.`,
  alsoProvider: (provider) => `Entró con ${provider}. Mira también ahí quién usa tu cuenta.`,
  endAndTakeBack: 'Cerrar y deshacer',
  nothingHidden: 'No había publicado nada.',
  postsHidden: (posts) => `${hidden(posts)}.`,
  codeVoid: () =>
    html`Tu código de recuperación ya no sirve. <a href="#recovery-title">Crea uno nuevo ahora</a>`,
  showAgain: 'Volver a mostrarlas',

  phones: 'Teléfonos',
  phonesLead: 'Solo estos pueden decir que sí cuando un navegador pide entrar.',
  noPhone: 'Aún no tienes ningún teléfono aquí. Añade el tuyo y entra con su visto bueno, sin tu proveedor.',
  addedAt: (time) => html`Añadido: ${time}`,
  lastUsed: (time) => html`último uso: ${time}`,
  rings: 'te avisa cuando inicias sesión',
  ringsNot: 'no te avisa',
  onlyWayIn: 'Es tu única forma de entrar: añade otro teléfono antes de quitarlo.',
  rename: 'Cambiar nombre',
  phoneName: 'Un nombre para este teléfono',
  save: 'Guardar',
  renamed: (phone) => `El teléfono ahora se llama ${phone}.`,
  remove: 'Quitar',
  removeAsk: (phone) => html`¿Quitar ${phone}? Ya no podrá dejar entrar a nadie.`,
  onlyPhone: (phone) => html`${phone} es tu único teléfono.`,
  onlyWhileOther: 'Solo se puede quitar si hay otra forma de entrar.',
  withoutIt: (provider) => `Sin él, solo entras con ${provider}.`,
  endItsSessions: 'Cerrar también la sesión de los navegadores que aprobó, incluido este si es uno de ellos',
  removePhone: 'Quitar este teléfono',
  phoneRemoved: (phone) => `Se quitó ${phone}.`,

  alerts: 'Avisos en tus teléfonos',
  alertsLead:
    'Los teléfonos que te avisan pueden avisarte también de esto, incluso bloqueados: quién es y cómo empieza una publicación, y nunca lo que dice un mensaje.',
  alertsOf: {
    mentions: 'Cuando alguien te menciona',
    replies: 'Cuando alguien te responde',
    messages: 'Cuando alguien te escribe un mensaje',
  },
  noneRings: 'Ninguno de tus teléfonos te avisa todavía. Eso se activa en la página del teléfono.',
  addPhone: 'Añadir un teléfono',
  scan: 'Escanea este código con la cámara del teléfono que quieres añadir.',
  letItAsk: 'Deja que ese teléfono te pida la huella, el rostro o el PIN.',
  itAppears: 'Después aparecerá aquí en la lista.',
  codeToScan: 'Código para escanear con la cámara del teléfono que quieres añadir',
  notNow: '¿Ahora no?',
  putAway: 'Ocultar el código',
  waitingForPhone: 'Esperando al nuevo teléfono.',
  noneAdded: 'No se añadió ningún teléfono en diez minutos. Empieza de nuevo cuando lo tengas a mano.',
  phoneAdded: (phone) => `Se añadió ${phone}. Desde ahora puedes entrar con él.`,

  recoveryCode: 'Código de recuperación',
  recoveryLead: 'Con él vuelves a entrar si pierdes tu teléfono. Uno nuevo sustituye al anterior.',
  noCode: 'Aún no hay ningún código.',
  codeFrom: (day) => html`Recibiste un código el ${day}.`,
  makeCode: 'Crear un código',
  makeNewCode: 'Crear un nuevo código',
  codeAway: 'El código ya no está en la pantalla.',

  known: 'Navegadores que has usado',
  knownLead:
    'Cuando piden iniciar sesión, tu teléfono te avisa; con los demás navegadores, no. Olvida los que ya no uses.',
  noneKnown: 'Ninguno. Aquí verás el próximo que inicie sesión.',
  showAll: (browsers) => `Mostrar los ${count(browsers)}`,
  thisOne: 'Este',
  knownSince: (time) => html`Primera vez: ${time}`,
  knownAt: (place, time) => html`${place} · primera vez: ${time}`,
  lastSignedIn: (time) => html`última sesión: ${time}`,
  forget: 'Olvidar',
  forgotten: (browser) => `Nod olvidó ${browser}.`,

  settings: 'Configuración',
  theme: 'Tema',
  themeLead: 'El aspecto de Nod en este navegador.',
};

export const activity: Messages['activity'] = {
  title: 'Actividad',
  lead: () => html`Lo que pasó en tu cuenta en los últimos 90 días. ¿No fuiste tú? Ciérralo en
    <a href="/account">Cuenta</a>.`,
  nothingYet: 'Aún no ha pasado nada.',
  nothingYetMore:
    'Cuando un teléfono deje entrar a un navegador o se cierre una sesión, lo verás aquí durante 90 días.',
  moreEntries: (entries) =>
    plural(entries, { one: '1 entrada más.', other: `${several(entries, 'entradas')} más.` }),

  aPhone: 'un teléfono',
  aBrowser: 'un navegador',
  aProvider: 'un proveedor',
  registered: (browser, phone) => `Se creó la cuenta en ${browser} y se añadió ${phone}`,
  registeredBy: (browser, provider) => `Se creó la cuenta con ${provider}, en ${browser}`,
  approved: (phone, browser) => `${phone} dejó entrar a ${browser}`,
  allowed: {
    add_phone: (phone, browser) => `${phone} permitió a ${browser} añadir un teléfono`,
    remove_phone: (phone, browser) => `${phone} permitió a ${browser} quitar un teléfono`,
    new_recovery_code: (phone, browser) =>
      `${phone} permitió a ${browser} crear un nuevo código de recuperación`,
    add_link: (phone, browser) => `${phone} permitió a ${browser} vincular una cuenta`,
    remove_link: (phone, browser) => `${phone} permitió a ${browser} desvincular una cuenta`,
    not_me: (phone, browser) => `${phone} permitió a ${browser} cerrar una sesión y deshacer sus cambios`,
  },
  denied: (phone, browser) => `${phone} dijo que no a ${browser}`,
  refused: {
    add_phone: (phone, browser) => `${phone} no permitió a ${browser} añadir un teléfono`,
    remove_phone: (phone, browser) => `${phone} no permitió a ${browser} quitar un teléfono`,
    new_recovery_code: (phone, browser) =>
      `${phone} no permitió a ${browser} crear un nuevo código de recuperación`,
    add_link: (phone, browser) => `${phone} no permitió a ${browser} vincular una cuenta`,
    remove_link: (phone, browser) => `${phone} no permitió a ${browser} desvincular una cuenta`,
    not_me: (phone, browser) => `${phone} no permitió a ${browser} cerrar una sesión y deshacer sus cambios`,
  },
  signedIn: (browser) => `${browser} inició sesión`,
  ended: {
    here: (browser) => `Se cerró la sesión de ${browser} en ese mismo navegador`,
    elsewhere: (browser) => `Se cerró la sesión de ${browser} desde otro navegador`,
    phone: (browser) => `Se cerró la sesión de ${browser} desde tu teléfono`,
    not_me: (browser) => `Se cerró la sesión de ${browser} porque dijiste que no eras tú`,
    admin: (browser) => `La administración del sitio cerró la sesión de ${browser}`,
    provider: (browser) => `El servicio con el que entró cerró la sesión de ${browser}`,
    phone_removed: (browser) => `Se cerró la sesión de ${browser} porque se quitó su teléfono`,
    recovered: (browser) => `Se cerró la sesión de ${browser} porque se recuperó la cuenta`,
    idle: (browser) => `Se cerró la sesión de ${browser} tras un tiempo sin uso`,
    lifetime: (browser) => `Se cerró la sesión de ${browser} porque terminó su tiempo`,
    phone_away: (browser) => `Se cerró la sesión de ${browser} porque tu teléfono faltó demasiado tiempo`,
    unanswered: (browser) => `Se cerró la sesión de ${browser} porque nadie respondió`,
    denied: (browser) => `Se cerró la sesión de ${browser} porque tu teléfono dijo que no`,
    cancelled: (browser) => `Se cerró la sesión de ${browser} porque se canceló`,
    itself: (browser) => `La sesión de ${browser} se cerró sola`,
  },
  endedAllElsewhere: (browsers) => `${closed(browsers)} desde otro navegador`,
  endedAllPhone: (browsers) => `${closed(browsers)} desde tu teléfono`,
  endedAll: closed,
  hidden,
  hiddenOf: (posts, browser) => `${hidden(posts)} de ${browser}`,
  shown,
  undone: (acts, browser) =>
    plural(acts, {
      one: `Se deshizo una acción de ${browser}`,
      other: `Se deshicieron ${several(acts, 'acciones')} de ${browser}`,
    }),
  invited: (browser) => `${browser} mostró un código para añadir un teléfono`,
  added: (phone) => `Se añadió ${phone}`,
  removed: (phone) => `Se quitó ${phone}`,
  renewed: 'Se creó un nuevo código de recuperación',
  revoked: 'El código de recuperación dejó de servir',
  begun: (browser) => `${browser} empezó a recuperar la cuenta con el código de recuperación`,
  stopped: (phone, browser) =>
    `${phone} detuvo la recuperación iniciada en ${browser}, y el código de recuperación ya no sirve`,
  recovered: (phone) => `Se recuperó la cuenta con el código de recuperación, para ${phone}`,
  linked: (provider) => `Se activó el inicio de sesión con ${provider}`,
  unlinked: (provider) => `Se desactivó el inicio de sesión con ${provider}`,
  browserKnown: (browser, provider) => `Nod ya conoce ${browser}, que entró con ${provider}`,
  browserForgotten: (browser) => `Nod olvidó ${browser}`,

  showAgain: 'Volver a mostrar',
  saveReceipt: 'Guardar el comprobante',
  receiptSaved: 'El comprobante está guardado.',
  howToCheck: 'Cómo verificar un comprobante',
  whatReceiptHas:
    'Un comprobante tiene lo que firmó tu teléfono para dejar entrar a un navegador o permitirle algo, la firma y la clave pública del teléfono. Para verificarlo no necesitas nada nuestro, solo Node.js:',
  checkSave: 'Guarda un comprobante de la lista de arriba.',
  checkScript: (script) => html`Guarda ${script} y léelo: es una página corta y no pregunta nada a nadie.`,
  checkRun: (command) => html`Ejecuta ${command} donde estén ambos archivos.`,
  whatCheckSays:
    'Dice qué se aprobó, si la firma es de esa clave y si se comprobó tu huella, tu rostro o tu PIN.',
};

export const phone: Messages['phone'] = {
  title: 'Tu teléfono',
  looking: 'Preguntando a Nod por este teléfono.',
  offline: 'Sin conexión con Nod. Reintentando.',
  settings: 'Configuración de este teléfono',
  site: 'Nod en este navegador',
  done: 'Listo',
  back: 'Volver',
  waitingFor: { phone: 'Esperando tu huella', computer: 'Esperando a tu equipo' },

  welcome: 'Tu teléfono es la llave',
  noPasswords:
    'Nod no tiene contraseñas. Cuando inicias sesión en algún sitio, esta página muestra quién lo pide, y tu huella o tu rostro dice que sí. Este teléfono aún no está configurado.',
  stepName: 'Regístrate en un navegador y elige ahí un nombre.',
  stepScan: 'Escanea con este teléfono el código que aparece.',
  stepConfirm: 'Confirma con tu huella. Eso es todo.',
  register: 'Registrarse',
  scan: 'Escanear el código',
  useKey: 'Este teléfono ya se configuró antes',
  noKey:
    'No se usó ninguna llave. Si este teléfono no tiene ninguna para Nod, regístrate o escanea un código.',
  keyForgotten:
    'Esta llave ya no abre ninguna cuenta. El teléfono se quitó o su cuenta se recuperó con otro.',
  removed: 'Este teléfono se quitó de su cuenta, así que ya no puede aprobar nada.',

  number: 'Escribe el número que ves',
  numberHint: 'Está en la pantalla en la que inicias sesión.',
  readItYourself: 'Escribe el número que ves en la pantalla que tienes delante.',
  numberUnsent: 'No hay conexión con Nod. El número se enviará en cuanto vuelva.',
  digitsOnly: 'El número solo tiene dígitos.',
  tooManyDigits: 'El número tiene seis dígitos, ni uno más.',
  digitsMissing: (missing) =>
    plural(missing, {
      one: 'El número tiene seis dígitos: falta uno.',
      other: `El número tiene seis dígitos: faltan ${count(missing)}.`,
    }),

  requests: 'Navegadores que ahora piden algo',
  asks: {
    sign_in: (browser) => html`${browser} pide iniciar sesión`,
    add_phone: (browser) => html`${browser} pide añadir un teléfono`,
    remove_phone: (browser) => html`${browser} pide quitar un teléfono`,
    new_recovery_code: (browser) => html`${browser} pide crear un nuevo código de recuperación`,
    add_link: (browser) => html`${browser} pide vincular una cuenta`,
    remove_link: (browser) => html`${browser} pide desvincular una cuenta`,
    not_me: (browser) => html`${browser} pide cerrar una sesión y deshacer sus cambios`,
    other: (browser) => html`${browser} pide algo que esta página aún no conoce`,
  },
  typeIt: 'Escribe el número que muestra',
  news: (asks) => html`${asks}. Escribe el número que muestra.`,
  justNow: 'ahora mismo',
  notMe: 'No soy yo',
  scanInstead: 'Mejor escanear el código',

  request: 'Un navegador pide algo',
  numberTo: {
    sign_in: 'Escribe el número para iniciar sesión',
    add_phone: 'Escribe el número para añadir un teléfono',
    remove_phone: 'Escribe el número para quitar un teléfono',
    new_recovery_code: 'Escribe el número para crear un nuevo código de recuperación',
    add_link: 'Escribe el número para vincular una cuenta',
    remove_link: 'Escribe el número para desvincular una cuenta',
    not_me: 'Escribe el número para cerrar una sesión y deshacer sus cambios',
    other: 'Escribe el número para continuar',
  },
  numberOfThat: 'Léelo en la pantalla de ese navegador. Si no lo tienes delante, elige “No soy yo”.',

  asker: 'Quién lo pide',
  browser: 'Navegador',
  place: 'Lugar',
  address: 'Dirección IP',
  asked: 'Cuándo',
  itsNumber: 'Número',
  newBrowser: 'Navegador nuevo',
  knownBrowser: 'Navegador conocido',
  signedInAsYou: 'Con tu sesión iniciada',
  adviceOnNew: 'Nunca ha iniciado sesión con tu cuenta. Aprueba solo si lo tienes delante.',
  adviceOnAct: 'Ahí tienes la sesión iniciada. Aprueba solo si acabas de pedirlo.',

  approval: 'Aprobar un inicio de sesión',
  signInOn: {
    computer: '¿Iniciar sesión en este equipo?',
    phone: '¿Iniciar sesión en este teléfono?',
    browser: '¿Iniciar sesión en este navegador?',
  },
  lifetime: 'Mantener la sesión iniciada',
  lifetimes: { '10m': '10 minutos', '24h': '24 horas', '30d': '30 días' },
  presence: 'Solo mientras esta página esté abierta',
  presenceMore: 'Se bloquea 90 segundos después de que dejes Nod en este teléfono.',
  presenceLabel: 'Solo mientras esta página esté abierta en tu teléfono',
  approve: { phone: 'Aprobar con la huella', computer: 'Aprobar con este equipo' },
  unconfirmed: {
    phone: 'Tu teléfono no lo confirmó, así que no entró nadie. Aprueba de nuevo cuando quieras.',
    computer: 'Tu equipo no lo confirmó, así que no entró nadie. Aprueba de nuevo cuando quieras.',
  },
  approved: 'Aprobado',
  signedIn: (browser, lifetime) => `${browser} tiene la sesión iniciada durante ${lifetime}.`,
  signedInHere: (browser, lifetime) =>
    `${browser} tiene la sesión iniciada durante ${lifetime}, mientras esta página siga abierta.`,
  may: {
    add_phone: (browser) => `${browser} ya puede añadir un teléfono.`,
    remove_phone: (browser) => `${browser} ya puede quitar un teléfono.`,
    new_recovery_code: (browser) => `${browser} ya puede crear un nuevo código de recuperación.`,
    add_link: (browser) => `${browser} ya puede vincular una cuenta.`,
    remove_link: (browser) => `${browser} ya puede desvincular una cuenta.`,
    not_me: (browser) => `${browser} ya puede cerrar una sesión y deshacer sus cambios.`,
    other: (browser) => `${browser} ya puede hacerlo.`,
  },
  /** Not "Volver a iniciar sesión", which is to sign in again. */
  backToSignIn: 'Volver al inicio de sesión',

  denial: 'Rechazar un inicio de sesión',
  notYou: '¿No eres tú?',
  /** The time comes first, or it would belong to what stands before it: “sus cambios hace 20 segundos”. */
  askedTo: {
    sign_in: (browser, ago) => html`${browser} pidió ${ago} iniciar sesión con tu cuenta.`,
    add_phone: (browser, ago) => html`${browser} pidió ${ago} añadir un teléfono.`,
    remove_phone: (browser, ago) => html`${browser} pidió ${ago} quitar un teléfono.`,
    new_recovery_code: (browser, ago) => html`${browser} pidió ${ago} crear un nuevo código de recuperación.`,
    add_link: (browser, ago) => html`${browser} pidió ${ago} vincular una cuenta.`,
    remove_link: (browser, ago) => html`${browser} pidió ${ago} desvincular una cuenta.`,
    not_me: (browser, ago) => html`${browser} pidió ${ago} cerrar una sesión y deshacer sus cambios.`,
    other: (browser, ago) => html`${browser} pidió ${ago} algo que esta página aún no conoce.`,
  },
  noFingerprint: 'Nadie entra sin tu huella. Si lo rechazas, deja de esperar enseguida.',
  deny: 'Rechazar',
  denySignIn: '¿Rechazar este inicio de sesión?',
  denyAct: '¿Rechazar esto?',
  denyAndReport: 'Rechazar y denunciar',
  didNotAsk: 'Yo no lo pedí',
  denied: 'Rechazado',
  deniedAndReported: 'Rechazado y denunciado',
  nobodyLetIn: 'No entró nadie, y el navegador que lo pidió ya sabe que no.',
  nothingDone: 'No se hizo nada, y el navegador que lo pidió ya sabe que no.',
  reported:
    'También se rechazó todo lo demás que esperaba. Si el navegador era conocido, Nod lo olvidó y ya no te avisa.',
  stillSignedIn: 'Su sesión sigue iniciada: ciérrala en la siguiente pantalla.',

  over: {
    expired: {
      title: 'Se acabó el tiempo',
      text: 'Un inicio de sesión espera dos minutos. Si eras tú, vuelve a pedirlo en el navegador.',
    },
    cancelled: {
      title: 'El navegador ya no lo pide',
      text: 'El inicio de sesión se canceló ahí. No entró nadie.',
    },
    answered: {
      title: 'Ya se respondió',
      text: 'Este inicio de sesión ya se respondió. La siguiente pantalla muestra los navegadores con la sesión iniciada.',
    },
    recovery: {
      title: 'No hay ninguna recuperación en espera',
      text: 'Se detuvo, terminó o se completó: lo dice la actividad de tu cuenta.',
    },
  },

  recoveryNews: 'Alguien está recuperando tu cuenta.',
  recovery: 'Alguien está recuperando tu cuenta',
  /** Not "hasta las", since one o'clock is "la". */
  recoveryUntil: (until) =>
    html`Ahí se escribió tu código de recuperación. Otro teléfono puede ocupar el lugar de este; hora límite: ${until}. Si eres tú, sigue ahí. Si la detienes, el código ya no servirá.`,
  stop: 'Detenerla',
  unstopped: 'Tu teléfono no lo confirmó, así que la recuperación sigue. Detenla cuando quieras.',
  stopped: 'La recuperación se detuvo',
  stoppedMore:
    'No entró nadie. Otra persona tuvo tu código de recuperación, así que ya no sirve. Crea uno nuevo ahora: en un navegador con la sesión iniciada, en “Cuenta”.',

  scanner: 'Escanear el código',
  picture: 'La imagen de la cámara',
  point: 'Apunta la cámara al código de la otra pantalla.',
  foreign: 'Este código no es de Nod. Apunta al que muestra Nod en la otra pantalla.',
  camera: {
    refused:
      'La cámara está desactivada para esta página. Permítela en la configuración del navegador e inténtalo de nuevo.',
    missing: 'Ahora no se puede usar la cámara. Cierra otras apps que la usen e inténtalo de nuevo.',
  },
  close: 'Cerrar',

  failed: 'El navegador de este teléfono no pudo hacerlo. Cierra otras ventanas e inténtalo de nuevo.',
  disabled: 'Esta cuenta está desactivada',
  disabledMore: 'Ahora nadie puede iniciar sesión con ella. Pregunta a la administración del sitio.',
  lookAgain: 'Volver a mirar',
};

export const enrol: Messages['enrol'] = {
  title: { phone: 'Configura este teléfono', computer: 'Configura este equipo' },
  signsIn: {
    phone: (name) => html`Con este teléfono iniciarás sesión como ${name}.`,
    computer: (name) => html`Con este equipo iniciarás sesión como ${name}.`,
  },
  adds: {
    phone: (name) => html`Este teléfono se añadirá a ${name}. Tus otros teléfonos quedan como están.`,
    computer: (name) => html`Este equipo se añadirá a ${name}. Tus otros teléfonos quedan como están.`,
  },
  onlyPhone: (name) => html`Este será el único teléfono de ${name}.`,
  othersGo:
    'Se quitan los demás teléfonos y se cierra la sesión en todos los navegadores. Después, tu navegador muestra un nuevo código de recuperación.',
  replaces: {
    phone: (before, name) =>
      html`Este teléfono ya es la llave de ${before}. Si continúas, pasa a ser la de ${name}.`,
    computer: (before, name) =>
      html`Este equipo ya es la llave de ${before}. Si continúas, pasa a ser la de ${name}.`,
  },
  replacesAnother: {
    phone: (name) =>
      html`Este teléfono ya es la llave de otra cuenta. Si continúas, pasa a ser la de ${name}.`,
    computer: (name) =>
      html`Este equipo ya es la llave de otra cuenta. Si continúas, pasa a ser la de ${name}.`,
  },
  name: { phone: 'Un nombre para este teléfono', computer: 'Un nombre para este equipo' },
  androidPhone: 'Teléfono Android',
  thisComputer: 'Este equipo',
  willAsk: {
    phone: 'Tu teléfono te pedirá la huella, el rostro o su código.',
    computer: 'Tu equipo te pedirá la huella, el rostro o su PIN.',
  },
  noKeys: 'Este navegador no puede guardar llaves. Abre el enlace en Chrome, Safari o Firefox.',
  makeKey: { phone: 'Usar este teléfono como llave', computer: 'Usar este equipo como llave' },
  makeOnlyPhone: 'Usar solo este teléfono',
  waiting: { phone: 'Esperando a tu teléfono', computer: 'Esperando a tu equipo' },
  unconfirmed: {
    phone: 'Tu teléfono no lo confirmó, así que no se creó ninguna llave. Inténtalo de nuevo cuando quieras.',
    computer:
      'Tu equipo no lo confirmó, así que no se creó ninguna llave. Inténtalo de nuevo cuando quieras.',
  },
  hasKey: {
    phone: (name) => `Este teléfono ya tiene una llave para @${name}, así que no hay nada que añadir.`,
    computer: (name) => `Este equipo ya tiene una llave para @${name}, así que no hay nada que añadir.`,
  },
  ready: { phone: 'Este teléfono está listo', computer: 'Este equipo está listo' },
  next: {
    registration:
      'Sigue en tu navegador. Desde ahora, abre esta página cuando inicies sesión en algún sitio.',
    invite: 'Ya es uno de tus teléfonos.',
    recovery:
      'Ahora es tu único teléfono. Sigue en tu navegador y anota ahí el nuevo código de recuperación.',
  },
  dead: 'Este enlace no funciona',
};

export const phoneSettings: Messages['phoneSettings'] = {
  title: { phone: 'Este teléfono', computer: 'Este equipo' },
  signsIn: (name) => html`Con él inicias sesión como ${name}.`,
  name: 'Nombre',
  nameHint: 'Lo verás en tu navegador cuando entres con este teléfono.',
  save: 'Guardar el nombre',
  saving: 'Guardando',
  renamed: (name) => `Se llama ${name}.`,

  ringingTitle: 'Avisos',
  /** iOS says "Añadir a pantalla de inicio" in Spain and "Agregar a Inicio" in Latin America. */
  ringing: {
    on: 'Este teléfono te avisa cuando inicias sesión en un navegador que ya has usado.',
    off: 'Este teléfono no te avisa. Abre esta página cuando inicies sesión en algún sitio.',
    blocked:
      'Tu navegador no deja que Nod te avise. Permite las notificaciones de este sitio en su configuración.',
    'after installing':
      'Este teléfono te avisa si Nod está en la pantalla de inicio. Toca Compartir, luego “Añadir a pantalla de inicio” o “Agregar a Inicio”, y abre Nod desde ahí.',
    'not here': 'Este navegador no puede avisarte. Abre esta página cuando inicies sesión en algún sitio.',
  },
  ring: 'Activar avisos',
  stopRinging: 'Desactivar avisos',
  wait: 'Un momento',
  noPush: 'El servicio de notificaciones de este navegador no responde. Inténtalo más tarde.',
  offer: 'Recibe un aviso al iniciar sesión',
  offerMore: 'Solo te avisa de navegadores que ya has usado. Nadie más puede provocar un aviso.',
  rings: 'Este teléfono te avisa desde ahora',
  ringsMore: 'Toca la notificación y escribe el número que muestra el navegador.',
  notNow: 'Ahora no',

  installTitle: 'Pon Nod en tu pantalla de inicio',
  install: 'Instalar',

  removal: 'Quitar este teléfono',
  onlyWayIn:
    'Es tu única forma de entrar, así que se queda: antes añade otro teléfono, en un navegador con la sesión iniciada.',
  removalMore: 'Ya no aprobará nada. Para volver, hay que configurarlo de nuevo.',
  remove: 'Quitar',
  signOutToo: 'Cerrar también la sesión de los navegadores que aprobó',
  removeIt: 'Quitar este teléfono',
  removing: 'Quitando',
  removed: 'Este teléfono se quitó',
  removedMore: (browsers) =>
    browsers === 0 ? 'Ya no aprueba nada.' : `Ya no aprueba nada. ${closed(browsers)}.`,
  deletePasskey: 'Puedes eliminar su llave de acceso en la configuración del teléfono.',

  browsers: 'Navegadores con la sesión iniciada',
  noBrowser: 'Ninguno. Cuando apruebes uno, lo verás aquí y podrás cerrar su sesión.',
  more: 'Mostrar más',
  active: (ago) => html`última actividad: ${ago}`,
  letInBy: (provider) => `Entró con ${provider}`,
  end: 'Cerrar sesión',
  endOf: (session) => `Cerrar sesión: ${session}`,
  endAll: 'Cerrar todas',
  endQuestion: 'Su sesión se cierra en menos de un segundo.',
  endIt: 'Cerrar esta sesión',
  endAllQuestion: 'Todas las sesiones se cierran en menos de un segundo.',
  endThemAll: 'Cerrar todas las sesiones',
  ended: 'La sesión de ese navegador se cerró.',
  allEnded: 'Se cerraron todas las sesiones.',
  notMe: 'No fui yo',
  reportQuestion: (browser) =>
    `Esto cierra la sesión de ${browser}, oculta lo que publicó, deshace lo demás que hizo y rechaza todos los inicios de sesión que ahora te esperan.`,
  report: 'Cerrar y deshacer',
  signedOut: (browser) => `Se cerró la sesión de ${browser}.`,
  codeIsVoid: 'Tu código de recuperación ya no sirve. Crea uno nuevo ahora, en un navegador.',

  unlocked: (browsers) =>
    plural(browsers, {
      one: 'Un navegador con acceso mientras esta página esté abierta',
      other: `${several(browsers, 'navegadores')} con acceso mientras esta página esté abierta`,
    }),
  unlockedMore: () =>
    'Si cierras o dejas esta página, el acceso se bloquea a los 90 segundos y la sesión se cierra a los diez minutos.',
  awake: 'La pantalla queda encendida.',
  keepAwake: 'Mantén la pantalla encendida: este navegador no puede hacerlo.',
};

export const push: Messages['push'] = {
  asks: {
    sign_in: (browser) => `${browser} pide iniciar sesión`,
    add_phone: (browser) => `${browser} pide añadir un teléfono`,
    remove_phone: (browser) => `${browser} pide quitar un teléfono`,
    new_recovery_code: (browser) => `${browser} pide crear un nuevo código de recuperación`,
    add_link: (browser) => `${browser} pide vincular una cuenta`,
    remove_link: (browser) => `${browser} pide desvincular una cuenta`,
    not_me: (browser) => `${browser} pide cerrar una sesión y deshacer sus cambios`,
  },
  typeTheNumber: (place) =>
    place === undefined
      ? 'Abre Nod y escribe el número que muestra ese navegador.'
      : `${place}. Abre Nod y escribe el número que muestra ese navegador.`,

  changes: {
    phone_invited: () => 'Se invitó a otro teléfono a tu cuenta',
    phone_added: ({ device = 'un teléfono' }) => `Se añadió ${device} a tu cuenta`,
    phone_removed: ({ device = 'un teléfono' }) => `Se quitó ${device} de tu cuenta`,
    recovery_renewed: () => 'Tu cuenta tiene un nuevo código de recuperación',
    recovery_revoked: () => 'Tu código de recuperación ya no sirve',
    recovery_begun: () => 'Alguien está recuperando tu cuenta',
    recovered: ({ device = 'otro teléfono' }) => `Se recuperó tu cuenta, para ${device}`,
    recovery_stopped: ({ device = 'Un teléfono' }) => `${device} detuvo la recuperación de tu cuenta`,
    link_added: ({ provider = 'otro sitio' }) => `Ahora ${provider} puede abrir tu cuenta`,
    link_removed: ({ provider = 'otro sitio' }) => `Ya no puedes entrar con ${provider}`,
    browser_added: ({ browser = 'un navegador' }) => `Ahora ${browser} puede hacer sonar tu teléfono`,
    browser_forgotten: ({ browser = 'un navegador' }) => `Nod olvidó ${browser}: ya no te avisará de él`,
  },
  thisPhoneRemoved: 'Este teléfono se quitó de tu cuenta',

  ofRemovedPhone: 'Ya no aprueba nada. Si no fuiste tú, entra de otra forma y revisa tus teléfonos.',
  stopIt: (browser = 'Un navegador', place) =>
    place === undefined
      ? `${browser} tiene tu código de recuperación. Si no eres tú, toca aquí y detén la recuperación.`
      : `${browser}, ${place}, tiene tu código de recuperación. Si no eres tú, toca aquí y detén la recuperación.`,
  codeIsVoid: 'Tu código de recuperación ya no sirve. Crea uno nuevo en un navegador con la sesión iniciada.',
  ifNotYou: 'Si no fuiste tú, abre Nod y cierra las sesiones que no conozcas.',
  alerts: {
    mentions: (name) => `${name} te mencionó`,
    replies: (name) => `${name} te respondió`,
    messages: (name) => `Nuevo mensaje de ${name}`,
  },
};

export const languages: Messages['languages'] = {
  title: 'Idioma',
  lead: 'El idioma de Nod en este navegador. El de un teléfono se elige en el propio teléfono.',
};

export const practice: Messages['practice'] = {
  noPhone: '¿No tienes un teléfono a mano?',
  openPhone: 'Abrir el teléfono de práctica',
  openSecondPhone: 'Abrir un segundo teléfono de práctica',
  demo: 'Dos personas inventadas, solo en este equipo',
  notice: 'Teléfono de práctica: solo en este equipo, nunca en un sitio publicado',
  approve: 'Aprobar con la huella de práctica',
  name: (number) => (number === 1 ? 'Teléfono de práctica' : `Teléfono de práctica ${count(number)}`),
  account: '¿Qué cuenta?',
  nameless: 'Una cuenta sin nombre',
  none: 'Ninguna de ellas',
};

export const hides: Messages['hides'] = {
  mute: (name) => `Silenciar a ${name}`,
  unmute: (name) => `Dejar de silenciar a ${name}`,
  block: (name) => `Bloquear a ${name}`,
  unblock: (name) => `Desbloquear a ${name}`,
  reportPost: 'Denunciar esta publicación',
  reportPerson: (name) => `Denunciar a ${name}`,
  whatYouCanDo: (name) => `Qué puedes hacer con ${name}`,
  nowMuted: (name) => `Silenciaste a ${name}: solo verás sus publicaciones en su propia página.`,
  nowUnmuted: (name) => `Ya no silencias a ${name}.`,
  nowBlocked: (name) => `Bloqueaste a ${name}.`,
  nowUnblocked: (name) => `Ya no bloqueas a ${name}. Quién seguía a quién no se recupera.`,
  undo: 'Deshacer',
  undoFailed: 'No se pudo deshacer.',
  blockAsk: (name) => `¿Bloquear a ${name}?`,
  blockMeans:
    'Ninguna de las dos partes verá, seguirá ni escribirá a la otra, y si os seguís, eso termina. En tu página podrá ver que bloqueaste a esta persona.',
  blockYes: 'Bloquear',
  youMuted: 'Silenciaste a esta persona.',
  youMutedMore: 'Ves sus publicaciones aquí y en ningún otro sitio. No lo sabe.',
  youBlocked: 'Bloqueaste a esta persona.',
  blockedYou: 'Esta persona te bloqueó.',
  blockedMore: 'Ninguna de las dos partes ve lo que escribe la otra.',
  title: 'Silenciados y bloqueados',
  lead: 'Nadie se entera de que lo silenciaste. Quien bloqueaste puede verlo en tu página.',
  settingsLead: 'A quién no quieres ver.',
  show: 'Ver la lista',
  notLoaded: 'No llegó la lista.',
  muted: 'Silenciado',
  blocked: 'Bloqueado',
  none: 'No silenciaste ni bloqueaste a nadie.',
  noneMore: 'Puedes hacerlo en la página de cada persona.',
  more: (people) => plural(people, { one: 'Una persona más.', other: `${several(people, 'personas')} más.` }),
  unmuteThis: 'Dejar de silenciar',
  unblockThis: 'Desbloquear',
  reportPostTitle: '¿Qué pasa con esta publicación?',
  reportPersonTitle: (name) => `¿Qué pasa con ${name}?`,
  reportLead: 'Lo leerán quienes cuidan este Nod. Nadie más sabrá que fuiste tú.',
  reasons: {
    spam: 'Es spam o un fraude',
    abuse: 'Insulta, amenaza o acosa a alguien',
    illegal: 'Va contra la ley',
    other: 'Otra cosa',
  },
  chooseReason: 'Elige qué pasa.',
  words: 'Qué deberían saber (puede quedar vacío)',
  send: 'Denunciar',
  reportedTitle: 'Gracias.',
  reported:
    'Tu denuncia está en manos de quienes cuidan este Nod. La miran y deciden; aquí no tendrás más noticias. Mientras tanto puedes silenciar o bloquear a esa persona.',
  close: 'Cerrar',
};

export const text: Messages['text'] = {
  language: 'Idioma de la publicación',
};

export const threads: Messages['threads'] = {
  replyingTo: (name) => html`En respuesta a ${name}`,
  replies: 'Respuestas',
  noReplies: 'Aún no hay respuestas.',
  yourReply: 'Tu respuesta',
  replyPlaceholder: (name) => `Responder a @${name}`,
  reply: 'Responder',
  replied: 'Tu respuesta está publicada.',
  signInToReply: () => 'Inicia sesión para responder',
  moreAbove: 'Mostrar lo anterior',
  moreReplies: 'Mostrar más respuestas',
  moreCame: (replies) =>
    plural(replies, {
      one: `${count(replies)} respuesta más.`,
      many: `${count(replies)} de respuestas más.`,
      other: `${count(replies)} respuestas más.`,
    }),
  gone: {
    deleted: 'Esta publicación se eliminó.',
    hidden: 'Esta publicación está oculta por ahora.',
    unseen: 'Tú y quien escribió esto no os veis.',
  },
  goneTitle: 'Publicación eliminada · Nod',
  above: 'A qué responde esto',
  whoMayReply: 'Quién puede responder',
  who: {
    everybody: 'Puede responder cualquiera',
    following: 'Solo a quienes sigo',
    mentioned: 'Solo a quienes menciono',
    nobody: 'Nadie puede responder',
  },
  whoSaid: {
    following: 'Solo pueden responder las personas a las que sigue quien lo publicó.',
    mentioned: 'Solo pueden responder las personas mencionadas en la primera publicación.',
    nobody: 'Aquí nadie puede responder.',
  },
  removeReply: (name) =>
    html`Quitar<span class="visually-hidden"> la respuesta de ${name} de este hilo</span>`,
  removed: 'La respuesta ya no está en este hilo.',
  edit: () => html`Editar<span class="visually-hidden"> esta publicación</span>`,
  editLabel: 'El texto de tu publicación',
  saveEdit: 'Guardar',
  cancelEdit: 'Cancelar',
  saved: 'Guardado.',
  editedMeanwhile: 'Esta publicación se cambió en otra ventana. Copia tu texto y vuelve a cargar la página.',
  edited: 'editado',
  history: 'Lo que decía esta publicación',
  closeHistory: 'Cerrar',
  now: 'Ahora',
  historyNotLoaded: 'Las versiones anteriores no han llegado.',
  deleted: 'Eliminada.',
  undo: 'Deshacer',
  deletedAnnounced: 'La publicación se ha eliminado. Puedes deshacerlo durante diez segundos.',
  undone: 'La publicación está de vuelta.',
  notDeleted: (why) => `La publicación no se ha eliminado. ${why}`,
};

export const people: Messages['people'] = {
  follow: 'Seguir',
  following: 'Siguiendo',
  followName: (name) => `Seguir a ${name}`,
  followingName: (name) => `Siguiendo a ${name}. Dejar de seguir`,
  nowFollowing: (name) => `Ahora sigues a ${name}.`,
  nowNotFollowing: (name) => `Ya no sigues a ${name}.`,
  followsYou: 'Te sigue',
  followersOf: (name) => html`Quién sigue a ${name}`,
  followedBy: (name) => html`A quién sigue ${name}`,
  titleOfFollowers: (name) => `Quién sigue a ${name}`,
  titleOfFollowing: (name) => `A quién sigue ${name}`,
  nobodyFollows: 'Nadie sigue esta cuenta todavía.',
  followsNobody: 'Todavía no sigue a nadie.',
  notLoaded: 'La lista no ha llegado',
  morePeople: (number) => plural(number, { one: '1 persona más.', other: `${count(number)} personas más.` }),
  lists: 'Publicaciones',
  home: 'Inicio',
  everybody: 'Todos',
  followSomebody: 'Sigue a alguien y aquí estará lo que escriba.',
  suggested: 'Quién escribe aquí',
  nothingAtHome: 'Aquí no hay nada todavía',
  nothingAtHomeMore: 'Las personas a las que sigues no han escrito nada aún. Mira lo que dicen todos.',
};
export const navigation: Messages['navigation'] = {
  search: 'Buscar',
  notices: 'Avisos',
  messages: 'Mensajes',
  profile: 'Perfil',
  saved: 'Guardado',
  settings: 'Ajustes',
  unread: (items) => plural(items, { one: '(1 nuevo)', other: `(${count(items)} nuevos)` }),
  newPost: 'Publicar algo',
  close: 'Cerrar',

  newPosts: (posts) =>
    plural(posts, { one: '1 publicación nueva', other: `${several(posts, 'publicaciones')} nuevas` }),
  manyNewPosts: (least) => `Más de ${several(least, 'publicaciones')} nuevas`,
  newPostsAbove: (posts) =>
    plural(posts, {
      one: 'Hay 1 publicación nueva arriba.',
      other: `Hay ${several(posts, 'publicaciones')} nuevas arriba.`,
    }),
  toNewest: 'Ir a lo más nuevo',

  keys: 'Teclado',
  keysLead: 'Basta con una letra, siempre que no estés escribiendo.',
  nextPost: 'Publicación siguiente',
  postBefore: 'Publicación anterior',
  like: 'Me gusta',
  reply: 'Responder',
  theseKeys: 'Esta lista',
  keysOn: 'Usar estas letras',
  keysOnMore:
    'Desactívalo si le hablas a tu ordenador o si pulsas teclas sin querer. Esta lista también está en los ajustes.',
  keysOfPages: 'Letras para ir de publicación en publicación',
  showKeys: 'Ver',
};

export const profile: Messages['profile'] = {
  edit: 'Editar perfil',
  editTitle: 'Editar tu perfil',
  name: 'Nombre',
  about: 'Sobre ti',
  aboutTooLong: (over) => `Quita ${count(over)} caracteres para guardarlo.`,
  links: 'Tus otros sitios',
  link: (number) => `Enlace ${count(number)}`,
  linkWrong: 'Esto no es la dirección de una página. Se parece a example.com/tu.',
  saved: 'Guardado.',
  posts: (posts, number) =>
    html`${number}${plural(posts, { one: ' publicación', many: ' de publicaciones', other: ' publicaciones' })}`,
  followers: (people, number) =>
    html`${number}${plural(people, { one: ' seguidor', many: ' de seguidores', other: ' seguidores' })}`,
  following: (people, number) =>
    html`${number}${plural(people, { one: ' seguido', many: ' de seguidos', other: ' seguidos' })}`,
  pinned: 'Fijada',
  pin: 'Fijar en tu perfil',
  unpin: 'Quitar de tu perfil',
  isPinned: 'Fijada en tu perfil.',
  isUnpinned: 'Ya no está fijada.',
  choosePicture: 'Elegir una imagen',
  removePicture: 'Quitar la imagen',
  showLastSeen: 'Mostrar qué día estuviste aquí por última vez',
  showLastSeenMore:
    'Solo el día y solo a quienes han iniciado sesión. No lo ve nadie a quien hayas bloqueado o que te haya bloqueado.',
  lastSeen: (day) => html`Última visita: ${day}`,
  replies: 'Respuestas',
  likes: 'Me gusta',
  noReplies: 'Aún no hay respuestas.',
  noRepliesMore: 'Las respuestas a otras publicaciones aparecerán aquí.',
  noLikes: 'Aún no hay nada que te guste.',
  noLikesMore: 'Lo que te guste aparecerá aquí. Nadie más lo ve.',
  likesPrivate: 'Los «me gusta» son privados.',
  likesPrivateMore: 'Nadie ve lo que le gusta a otra persona.',
};

export const marks: Messages['marks'] = {
  reply: (name) => `Responder a la publicación de ${name}`,
  repost: (name) => `Republicar la publicación de ${name}`,
  like: (name) => `Me gusta la publicación de ${name}`,
  save: (name) => `Guardar la publicación de ${name}`,
  share: (name) => `Compartir la publicación de ${name}`,
  more: (name) => `Más sobre la publicación de ${name}`,
  counted: (button, number) => `${button}: ${number}`,
  repostedBy: (name) => html`Republicado por ${name}`,
  repostedByYou: 'Lo republicaste',
  copyText: 'Copiar el texto',
  copyAddress: 'Copiar la dirección',
  textCopied: 'El texto está copiado.',
  addressCopied: 'La dirección está copiada.',
  notCopied: 'Tu navegador no permitió copiarlo.',
  saved: 'Guardado',
  savedLead: 'Solo tú ves lo que guardas.',
  savedNotLoaded: 'No se pudo cargar lo que guardaste.',
  nothingSaved: 'Aún no has guardado nada.',
  nothingSavedMore: 'Lo que guardes debajo de una publicación estará aquí.',
};

export const chats: Messages['chats'] = {
  title: 'Mensajes',
  list: 'Conversaciones',
  listFailed: 'No se pudieron cargar tus conversaciones.',
  moreCame: (chats) =>
    plural(chats, { one: 'Una conversación más.', other: `${count(chats)} conversaciones más.` }),
  none: 'Aún no hay mensajes',
  noneMore: () =>
    html`Para escribir a alguien, abre su página y pulsa el sobre. <a href="/">Mira quién está aquí</a>.`,
  choose: 'Elige una conversación.',
  you: (text) => html`Tú: ${text}`,
  deleted: 'Este mensaje se eliminó.',
  unread: (messages) =>
    plural(messages, { one: 'Un mensaje sin leer', other: `${count(messages)} mensajes sin leer` }),
  back: 'Todos los mensajes',
  with: (name) => `Mensajes con ${name}`,
  failed: 'No se pudo cargar esta conversación.',
  earlier: 'Mostrar mensajes anteriores',
  earlierCame: (messages) =>
    plural(messages, { one: 'Un mensaje anterior.', other: `${count(messages)} mensajes anteriores.` }),
  whoReads: (name) => html`${name} y tú pueden leer esto, y también podría quien administra este Nod.`,
  nothingYet: (name) => html`Tú y ${name} aún no se han escrito.`,
  newOnes: 'Nuevos',
  from: (name) => html`${name}:`,
  fromYou: 'Tú:',
  yourMessage: 'Tu mensaje',
  write: 'Escribe un mensaje',
  enterSends: 'Intro envía; Mayús e Intro empieza otra línea.',
  send: 'Enviar',
  writeFirst: 'Primero escribe algo.',
  tooLong: (most, over) =>
    `Un mensaje tiene ${count(most)} caracteres como máximo. Quita ${count(over)} para enviarlo.`,
  sending: 'Enviando',
  notSent: 'No se envió.',
  sendAgain: 'Enviar de nuevo',
  discard: 'Descartar',
  delete: () => html`Eliminar<span class="visually-hidden"> este mensaje</span>`,
  deleteAsk: '¿Eliminar este mensaje para ambos?',
  deleteYes: 'Eliminar',
  deleteNo: 'Conservar',
  wasDeleted: 'El mensaje se eliminó.',
  blocked: 'Tú y esta persona no pueden escribirse.',
  yourself: 'Esta cuenta es tuya',
  yourselfMore: 'Para escribir a otra persona, abre su página y pulsa el sobre.',
};

/** Pictures in posts: adding them, and looking at them. */
export const media = {
  add: 'Añadir imágenes',
  /** Below the composer. Pictures are counted from one. */
  describe: (n: number) => `Describe la imagen ${count(n)}`,
  describeHelp: 'Lo que se ve, para quien no lo ve',
  remove: (n: number) => `Quitar la imagen ${count(n)}`,
  sending: 'En camino',
  failed: 'Esta imagen no ha llegado.',
  again: 'Reintentar',
  tooMany: 'Una publicación tiene como máximo cuatro imágenes.',
  tooHeavy: 'Esta imagen es demasiado grande y tu navegador no puede reducirla.',
  wait: 'Espera a que lleguen tus imágenes.',

  /** On a picture that somebody has described. */
  alt: 'ALT',
  open: (n: number) => `Abrir la imagen ${count(n)}`,
  of: (n: number, all: number) => `Imagen ${count(n)} de ${count(all)}`,
  undescribed: 'Nadie ha descrito esta imagen.',
  previous: 'Imagen anterior',
  next: 'Imagen siguiente',
  close: 'Cerrar',
};

export const search: Messages['search'] = {
  title: 'Buscar',
  label: 'Qué buscas',
  placeholder: 'Publicaciones, personas, etiquetas',
  search: 'Buscar',
  kinds: 'Lo encontrado',
  posts: 'Publicaciones',
  people: 'Personas',
  notLoaded: 'La búsqueda no ha funcionado.',
  nothing: 'No hay resultados.',
  nothingMore: 'Todas las palabras deben estar en una misma publicación. Prueba con menos o con otras.',
  nobody: 'No hay nadie así.',
  nobodyMore: 'Las personas se encuentran por el principio de su nombre.',
  nothingSoFar: 'Nada por ahora.',
  lookedBackTo: (day) => html`Se ha buscado hasta el ${day}.`,
  lookFurther: 'Buscar más atrás',
  noneOfTag: 'Nadie ha usado esta etiqueta todavía.',
  noneOfTagMore: 'Escríbela en una publicación y aparecerá aquí.',
  help: {
    title: 'También puedes buscar',
    phrase: 'estas palabras en este orden',
    tag: 'una etiqueta',
    fromMe: 'tus publicaciones; las de otras personas, con su nombre',
    image: 'publicaciones con imágenes',
    before: 'publicaciones anteriores a un día',
    since: 'publicaciones desde un año, un mes o un día',
  },
};

export const notices: Messages['notices'] = {
  title: 'Avisos',
  failed: 'No se pudieron cargar tus avisos.',
  moreCame: (notices) => plural(notices, { one: 'Un aviso más.', other: `${count(notices)} avisos más.` }),
  none: 'Todavía nada',
  noneMore:
    'Aquí verás quién te sigue, te menciona y te responde, a quién le gustan tus publicaciones, quién las republica y qué cambia en tu cuenta.',
  isNew: 'Nuevo:',
  followed: (name) => html`${name} te sigue`,
  mentioned: (name) => html`${name} te mencionó`,
  replied: (name) => html`${name} te respondió`,
  liked: (who, people) =>
    plural(people, {
      one: html`A ${who} le gusta tu publicación`,
      other: html`A ${who} les gusta tu publicación`,
    }),
  reposted: (who, people) =>
    plural(people, {
      one: html`${who} republicó tu publicación`,
      other: html`${who} republicaron tu publicación`,
    }),
  others: (people) => plural(people, { one: 'otra persona', other: `${count(people)} personas más` }),
  toActivity: 'Toda la actividad',
};
