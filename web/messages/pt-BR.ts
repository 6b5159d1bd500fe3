/**
 * All that Nod says, in Brazilian Portuguese.
 *
 * The person is "você", without "o senhor", and no word tells whether it is a man or a woman: "você saiu", "quando quiser"
 * instead of "conectado", "pronto". Nod takes the article: "o Nod", "no Nod". Quotation marks are “…”.
 *
 * Words: conta · atividade · aprovar, recusar · encerrar a sessão · entrar, sair, of browsers "conectado" and
 * "desconectado", as a noun "login" · criar conta (register) · celular · navegador · chave de acesso (passkey) · digital
 * (fingerprint) · código de recuperação · recuperar · provedor · vincular, desvincular · nome de usuário · post, postar ·
 * número · escanear · tocar (ring; so to tap is "abrir" or "escolher") · desfazer (take back) · denunciar (report) ·
 * interromper (stop a recovery) · comprovante (receipt) · celular de teste (practice phone). A nod is "um sim": "um sim do
 * seu celular".
 *
 * Names of browsers, systems, phones and providers come without an article, or after a word of ours that has one. Times
 * come as "08:57", "27 de nov., 08:57", "há 2 dias", "ontem" or "6 de mar.": after "até" and "desde" only where they are
 * not relative, else after a colon.
 */

import type { Missing } from '../../shared/errors.ts';
import { html, type View } from '../lib/html.ts';
import { count, plural } from '../lib/language.ts';
import type { Messages } from '../lib/messages.ts';
import type { Wait } from '../lib/problem-sentence.ts';

/** "Um post", "2 posts", "1.000.000 de posts"; none is "0 posts", as people say it. */
const counted = (number: number, one: string, other: (number: string) => string): string =>
  number === 1 ? one : other(plural(number, { many: `${count(number)} de`, other: count(number) }));

const changes = (number: number, where: string): string =>
  counted(number, `uma mudança ${where}`, (several) => `${several} mudanças ${where}`);

const typo = 'Há um erro de digitação neste código. Compare com o que você anotou, caractere por caractere.';
const unread = 'O Nod não conseguiu ler o que foi enviado.';
const signedOut = (browser: string) => `${browser} foi desconectado.`;
const signedOutMany = (browsers: number) =>
  counted(browsers, 'Um navegador foi desconectado', (number) => `${number} navegadores foram desconectados`);
const lastActive = (time: View) => html`última atividade: ${time}`;
const lastUsed = (time: View) => html`último uso: ${time}`;
const letInBy = (provider: string) => `Entrou com ${provider}`;

export const pages: Messages['pages'] = {
  home: { title: 'Nod', description: 'Um microblog em que você entra com um sim do seu celular.' },
  signin: { title: 'Entrar · Nod', description: 'Entre no Nod com o seu celular.' },
  register: {
    title: 'Criar conta · Nod',
    description: 'Escolha um nome e entre com o seu celular. Sem senha.',
  },
  social: { title: 'Entrando · Nod', description: 'O caminho de volta do provedor com que você entra.' },
  account: {
    title: 'Conta · Nod',
    description: 'Onde a sua conta está aberta, e os celulares que deixam você entrar.',
  },
  activity: { title: 'Atividade · Nod', description: 'O que aconteceu na sua conta nos últimos 90 dias.' },
  hidden: { title: 'Silenciados e bloqueados · Nod', description: 'Quem você silenciou e bloqueou.' },
  code: {
    title: 'Seu código de recuperação · Nod',
    description: 'O código que abre sua conta de novo se você perder o celular.',
  },
  recover: {
    title: 'Perdeu o celular? · Nod',
    description: 'Passe a entrar com outro celular, usando seu código de recuperação.',
  },
  phone: { title: 'Seu celular · Nod', description: 'Aprove logins com este celular.' },
  profile: { title: 'Perfil · Nod', description: 'Os posts de uma pessoa.' },
  post: { title: 'Post · Nod', description: 'Um post.' },
  people: { title: 'Seguidores · Nod', description: 'Quem segue alguém, e quem essa pessoa segue.' },
  search: { title: 'Busca · Nod', description: 'Encontre posts, pessoas e tags.' },
  tag: { title: 'Tag · Nod', description: 'Posts com uma tag.' },
  saved: { title: 'Salvos · Nod', description: 'Os posts que você salvou.' },
  notices: {
    title: 'Avisos · Nod',
    description: 'Quem segue, menciona e responde você, e o que muda na sua conta.',
  },
  chats: { title: 'Mensagens · Nod', description: 'O que você e outras pessoas escrevem entre si.' },
  offline: {
    title: 'Sem conexão · Nod',
    description: 'Fica no lugar de uma página enquanto o Nod não responde.',
  },
  'not-found': { title: 'Página não encontrada · Nod', description: 'Esta página não existe.' },
};

export const noscript: Messages['noscript'] = {
  needed:
    'O Nod precisa de JavaScript para falar com o seu celular. Ative o JavaScript e carregue esta página de novo.',
  toWrite: 'Para entrar ou escrever, ative o JavaScript: o Nod precisa dele para falar com o seu celular.',
};

export const layout: Messages['layout'] = {
  skip: 'Ir para o conteúdo',
  logo: 'Nod, início',
  places: 'Principal',
  home: 'Início',
  approve: 'Aprovar',
  browsersWait: (browsers) =>
    counted(browsers, '(um navegador espera)', (number) => `(${number} navegadores esperam)`),
  signIn: 'Entrar',
  register: 'Criar conta',
  postsOf: (username) => html`${username}, seus posts`,
  browserWaits: 'Um navegador espera o seu sim. Abra “Aprovar”.',
  offline: 'Você está sem conexão.',
  offlineMore: 'O que você vê pode estar desatualizado.',
  silent: 'O Nod não responde',
  silentMore: 'Por enquanto, esta página está bloqueada. Ela continua tentando e abre de novo sozinha.',
  silentBar: 'O Nod não responde.',
  silentBarMore: 'Você pode continuar lendo, e postar quando ele voltar.',
  away: 'Seu celular está longe',
  awayMore:
    'Você aprovou este navegador só enquanto o celular estiver por perto. Abra o Nod no celular de novo, e esta página continua sozinha.',
  awayBar: 'Seu celular está longe.',
  awayBarMore: 'Você pode continuar lendo. Para postar, abra o Nod no celular de novo.',
  signOut: 'Sair',
  cookiesNeeded:
    'Para você entrar, o Nod precisa de cookies. Permita os deste site nas configurações do navegador e carregue esta página de novo.',
  theme: 'Tema',
  themes: { system: 'Sistema', light: 'Claro', dark: 'Escuro' },
};

export const common: Messages['common'] = {
  space: ' ',
  cancel: 'Cancelar',
  tryAgain: 'Tentar de novo',
  loadMore: 'Carregar mais',
  keep: 'Manter',
  listFailed: 'A lista não carregou.',
  phoneNameMissing: 'Dê um nome ao celular, como “Meu celular”.',
  morePosts: (posts) => counted(posts, 'Mais 1 post.', (number) => `Mais ${number} posts.`),
  postsShown: (posts) =>
    counted(posts, 'Um post voltou a aparecer.', (number) => `${number} posts voltaram a aparecer.`),
};

const again = 'Tente de novo daqui a pouco.';
// Without "às", which would be "à" at one o'clock.
const tryAgain = (wait: Wait | undefined): string =>
  wait === undefined
    ? 'Tente de novo em um minuto.'
    : counted(
        wait.minutes,
        `Tente de novo em um minuto (${wait.at}).`,
        (number) => `Tente de novo em ${number} minutos (${wait.at}).`,
      );

export const problems: Messages['problems'] = {
  unreachable: 'O Nod não responde. Confira sua conexão e tente de novo.',
  muchAtOnce: (wait) => `Foi muita coisa de uma vez. ${tryAgain(wait)}`,
  failed: `Algo deu errado do nosso lado. ${again}`,
  refused: 'O Nod não fez isso. Carregue a página de novo e tente mais uma vez.',

  fields: {
    username: 'Um nome de usuário tem entre 3 e 20 caracteres: letras de a–z sem acento, números ou _.',
    displayName: 'Um nome tem entre 1 e 50 caracteres em uma só linha, com pelo menos um visível.',
    name: 'O nome de um celular tem entre 1 e 40 caracteres em uma só linha, com pelo menos um visível.',
    body: 'Um post é um texto de 1 a 500 caracteres, com pelo menos um visível.',
    code: typo,
    number: 'O número tem seis dígitos.',
  },
  invalidInput:
    'O Nod não conseguiu ler o que esta página enviou. Carregue a página de novo e tente mais uma vez.',

  codes: {
    not_signed_in: 'Entre primeiro.',
    signed_in_as_other: 'Você entrou com outro nome.',
    not_waiting: 'Este navegador não está esperando um login. Comece de novo.',
    not_awaiting_input: 'Este navegador não está esperando uma resposta. Comece de novo.',
    not_a_phone: 'Este celular não está configurado.',
    reauth_required: 'Confirme que é você e tente de novo.',
    phone_away: 'Seu celular está longe. Volte com ele para continuar.',
    blocked: 'Não dá para fazer isso aqui: um de vocês bloqueou o outro.',
    user_disabled: 'Esta conta está desativada.',
    may_not_reply: 'Quem começou esta conversa escolheu quem pode responder.',
    not_editable: ({ why }) =>
      why === 'late'
        ? 'Um post pode ser editado por 24 horas.'
        : 'Este post já foi editado tantas vezes quanto é possível.',
    too_many_hidden: ({ most }) => `Já são ${count(most)} pessoas. Tire alguém antes de adicionar outra.`,
    username_taken: 'Este nome já está em uso. Escolha outro.',

    assertion_refused: ({ what }) =>
      what === 'passkey'
        ? 'Esta chave de acesso não é de nenhum celular daqui: talvez ele tenha sido removido.'
        : 'Esta confirmação não veio do seu celular. Tente mais uma vez.',
    challenge_used: 'Esta confirmação já foi usada ou demorou demais. Tente mais uma vez.',
    attestation_refused: ({ what }) =>
      what === 'passkey'
        ? 'Não foi possível verificar a chave de acesso deste celular. Tente mais uma vez.'
        : 'Este celular criou uma chave fraca demais ou que não funciona aqui. Tente outro app de chaves de acesso, ou outro celular.',

    number_unknown: 'Nenhum login mostra este número agora. Confira a tela de novo.',
    number_crowded_out: 'Há pedidos demais com o seu nome. Comece de novo na outra tela.',
    too_many_numbers: (wait) => `Foram números errados demais. ${tryAgain(wait)}`,
    not_approved: 'Seu celular ainda não aprovou este login.',
    already_answered: 'Este login já teve resposta.',
    already_completed: 'Este login já foi concluído.',
    session_ended: 'Este login já terminou.',

    ticket_unknown: 'Este link não é conhecido aqui. Escaneie o código da tela de novo.',
    ticket_used: ({ what }) => ticketUsed[what],
    ticket_expired: ({ what }) =>
      what === 'link'
        ? 'Este link tem mais de dez minutos. Comece de novo no navegador.'
        : 'O navegador que convidou este celular foi desconectado. Faça o convite de novo.',
    too_many_follows: ({ most }) => `Você já segue ${count(most)} pessoas. Deixe de seguir alguém antes.`,
    too_many_phones: ({ most }) =>
      `Você já tem ${count(most)} celulares. Remova um antes de adicionar outro.`,
    last_sign_in_method: ({ method }) =>
      method === 'phone'
        ? 'É o seu único jeito de entrar. Adicione outro antes de remover este.'
        : 'É o seu último jeito de entrar. Adicione antes um celular ou outra conta.',
    endpoint_refused: 'Um celular só pode tocar por um serviço público de notificações.',

    code_unknown: 'Este nome e este código não combinam.',
    recovery_not_stopped: 'Não foi possível interromper esta recuperação. Veja como ela está.',

    provider_unknown: 'Este jeito de entrar não existe aqui.',
    provider_refused:
      'O provedor não deixou você entrar, ou não foi possível confirmar a resposta dele. Nada mudou.',
    provider_declined: ({ provider }) => `Você voltou de ${provider} sem entrar por lá. Nada mudou.`,
    provider_account_refused: ({ provider }) => `Sua conta em ${provider} não pode entrar aqui.`,
    signed_out_there: ({ provider }) =>
      `Nesse meio-tempo, você saiu da sua conta em ${provider}. Nada mudou. Comece de novo.`,
    authorization_unknown:
      'Este login não começou neste navegador, já foi usado, ou levou mais de dez minutos. Comece de novo.',
    provider_unavailable: `O provedor com que você entra não respondeu. ${again}`,
    provider_not_ready: `Este jeito de entrar ainda não está pronto. ${again}`,
    link_taken: 'Esta conta já está vinculada a outra pessoa aqui.',
    already_linked: ({ provider }) => `Você já vinculou uma conta em ${provider}. Desvincule essa antes.`,

    // Pictures.
    image_type_refused: 'O Nod não aceita este tipo de imagem. Use JPEG, PNG, WebP, GIF ou AVIF.',
    image_unreadable: 'Não deu para ler esta imagem: talvez esteja danificada ou incompleta. Escolha outra.',
    image_too_large: ({ most }) => `Uma imagem tem no máximo ${count(most)} megapixels.`,
    image_taken: 'Um post já tem esta imagem. Adicione-a de novo.',

    not_found: ({ what }) => nothingFound[what],
    conflict: 'Outra ação chegou antes. Veja como ficou e decida.',
    too_many: (wait) => `Foram pedidos demais. ${tryAgain(wait)}`,
    too_large: 'Isso é mais do que o Nod aceita de uma vez.',
    store_unavailable: `O Nod não conseguiu chegar aos dados. ${again}`,
    internal: 'Algo deu errado do nosso lado. Nada mudou.',

    invalid_json: unread,
    unsupported_media_type: unread,
    cross_origin_refused: 'Este pedido não veio de uma página deste site.',
    direct_access_refused: 'O Nod só atende no endereço do site.',
  },
};

const ticketUsed = {
  link: 'Este link já foi usado. Comece de novo no navegador.',
  code: 'Nesse meio-tempo, este código de recuperação foi usado ou substituído.',
  phone: 'Nesse meio-tempo, este celular foi removido.',
};

const nothingFound: Record<Missing, string> = {
  phone: 'Este celular não existe.',
  session: 'Esta sessão não existe.',
  signin: 'Este login não existe.',
  recovery: 'Esta recuperação não existe.',
  link: 'Não há essa conta vinculada.',
  receipt: 'Não há comprovante desta sessão.',
  browser: 'Este navegador não é conhecido, ou não é mais.',
  post: 'Este post não existe.',
  message: 'Esta mensagem não existe.',
  image: 'Esta imagem não existe.',
  user: 'Ninguém tem este nome.',
  route: 'Esta página não existe.',
  thing: 'Isso não existe, ou não existe mais.',
};

export const notice: Messages['notice'] = {
  title: 'Não deu certo · Nod',
  heading: 'Não deu certo',
  backToAccount: 'Voltar para a conta',
  signInAgain: 'Entrar de novo',
  goHome: 'Ir para o início',
  logo: 'Nod, início',
};

export const names: Messages['names'] = {
  browserOn: (browser, os) => `${browser} no ${os}`,
  // A system always stands behind "no".
  unnamed: {
    'Unknown browser': 'Navegador desconhecido',
    'Unknown system': 'sistema desconhecido',
    'Android app': 'App Android',
    'iOS app': 'App iOS',
  },
};

export const browsers: Messages['browsers'] = {
  here: 'esta máquina',
  signedIn: {
    '10m': (moment) => html`Conectado desde ${moment}, por 10 minutos`,
    '24h': (moment) => html`Conectado desde ${moment}, por 24 horas`,
    '30d': (moment) => html`Conectado desde ${moment}, por 30 dias`,
  },
  thisOne: { computer: 'este computador', phone: 'este celular' },
  ends: (end) => html`Até ${end}`,
  endsOrIdle: (end, idleEnd) => html`Até ${end}, ou até ${idleEnd} se ficar sem uso`,
  which: (name, moment) => `${name}, conectado desde ${moment}`,
  whichAt: (name, moment, place) => `${name}, conectado desde ${moment}, ${place}`,
  takesBack: 'Isso também desfaz o que veio daí:',
  takenBack: (several) => html`Desfeito: ${several}.`,
  takenPhone: (name) => html`o celular ${name}`,
  takenProvider: (provider) => html`o login com ${provider}`,
  takenCode: 'o código de recuperação',
  takenSessions: (browsers) =>
    counted(browsers, 'mais um navegador', (number) => `mais ${number} navegadores`),
  takenActs: {
    follows: (acts) => changes(acts, 'em quem você segue'),
    hides: (acts) => changes(acts, 'em quem você silencia ou bloqueia'),
    marks: (acts) =>
      counted(
        acts,
        'uma curtida, um repost ou um post salvo',
        (number) => `${number} curtidas, reposts e posts salvos`,
      ),
    posts: (acts) => changes(acts, 'em posts'),
    profile: (acts) => changes(acts, 'no seu perfil'),
    messages: (acts) => counted(acts, 'uma mensagem', (number) => `${number} mensagens`),
    reports: (acts) => counted(acts, 'uma denúncia', (number) => `${number} denúncias`),
    settings: (acts) => changes(acts, 'nas suas configurações'),
  },
  takenMore: 'mais coisas que ainda não foram contadas',
  actQuestions: {
    add_phone: 'Adicionar um celular?',
    remove_phone: 'Remover um celular?',
    new_recovery_code: 'Criar um novo código de recuperação?',
    add_link: 'Vincular uma conta?',
    remove_link: 'Desvincular uma conta?',
    not_me: 'Desconectar um navegador e desfazer o que ele fez?',
  },
};

export const posts: Messages['posts'] = {
  home: 'Início',
  introTitle: 'Basta um sim.',
  introLead:
    'O Nod é um lugar pequeno para posts curtos. Esta tela mostra um número, o celular pede sua digital ou seu rosto, e pronto: você entrou. Nada de senha, nunca.',
  register: 'Criar conta',
  signIn: 'Entrar',
  signedOut: 'Sua conta não está aberta aqui.',
  everybodys: 'O que as pessoas dizem',
  noneYet: 'Ainda não há nada aqui.',
  registerAndWrite: () => html`<a href="/register">Crie sua conta</a> e escreva o primeiro post.`,
  writeAbove: 'Escreva o primeiro post ali em cima. Todo mundo vai ver aqui.',
  yourPost: 'Seu post',
  placeholder: 'No que você está pensando?',
  charactersLeft: (characters, number) =>
    html`${number}<span class="visually-hidden">${plural(characters, {
      one: ' caractere restante',
      other: ' caracteres restantes',
    })}</span>`,
  post: 'Postar',
  posted: 'Postado.',
  writeFirst: 'Escreva alguma coisa antes.',
  tooLong: (most, over) =>
    `Um post tem no máximo ${count(most)} caracteres. Tire ${count(over)} para postar.`,
  notLoaded: 'Os posts não carregaram.',
  showMore: 'Mostrar mais',
  showLess: 'Mostrar menos',
  writeTo: 'Mensagem',
  deleteThis: () => html`Apagar<span class="visually-hidden"> este post</span>`,
  postNotLoaded: 'O post não carregou.',
  postTitle: (name, words) => `${name}: ${words} · Nod`,
  postBy: (name) => html`Post de ${name}`,
  moreBy: (username) => html`Mais de ${username}`,
  toEverybodys: 'O que todo mundo diz',
  profileNotLoaded: 'O perfil não carregou.',
  profileDescription: (name) => `O que ${name} diz no Nod.`,
  since: (month) => `por aqui desde ${month}`,
  authors: 'Posts',
  feed: 'Seguir por feed',
  noneOfAuthor: 'Nenhum post ainda.',
  noneOfAuthorMore: 'Quando houver algum, ele aparece aqui.',
  noneOfOwn: () => html`<a href="/">Escreva seu primeiro post</a> na página inicial.`,
};

export const missing: Messages['missing'] = {
  goHome: 'Ir para o início',
  page: 'Não há nenhuma página aqui',
  pageMore: 'Talvez haja um erro no endereço, ou a página não exista mais.',
  post: 'Este post não existe',
  postMore: 'Talvez quem escreveu tenha apagado.',
  postTitle: 'Post não encontrado · Nod',
  deleted: 'Seu post foi apagado',
  deletedMore: 'Ele não aparece mais para ninguém.',
  author: (username) => html`Ninguém se chama ${username}`,
  authorMore: 'Confira o nome, ou volte para o que todo mundo diz.',
  authorTitle: 'Ninguém com este nome · Nod',
  description: 'Não há nada aqui.',
  offline: 'Sem conexão com o Nod',
  offlineMore: 'Esta página abre sozinha assim que a conexão voltar. Você não precisa fazer nada.',
  tryNow: 'Tentar agora',
  trying: 'Tentando',
  tryAgain: 'Tentar de novo',
};

export const signin: Messages['signin'] = {
  title: 'Entrar',
  lead: 'Diga quem você é e depois diga sim no celular. Não existe senha.',
  username: 'Nome de usuário',
  askMyPhone: 'Perguntar ao meu celular',
  usePasskey: {
    phone: 'Usar uma chave de acesso neste celular',
    computer: 'Usar uma chave de acesso neste computador',
  },
  noPasskey: 'Nenhuma chave de acesso foi usada. Tente de novo, ou pergunte ao seu celular.',
  newHere: () => html`Primeira vez aqui? <a href="/register">Crie sua conta</a>`,
  lostPhone: () => html`Perdeu o celular? <a href="/recover">Use seu código de recuperação</a>`,
  signedInAs: (username, next) =>
    html`Você entrou como ${username}. <a href=${next}>Continue no Nod</a>, ou entre de novo.`,

  reasons: {
    here: 'Você saiu.',
    elsewhere: 'Esta sessão foi encerrada em outro navegador.',
    phone: 'Esta sessão foi encerrada no seu celular.',
    not_me: 'Esta sessão foi denunciada como sendo de outra pessoa, e encerrada.',
    admin: 'Esta sessão foi encerrada pela administração do site.',
    provider: 'Esta sessão foi encerrada pelo serviço com que você entrou.',
    phone_removed: 'O celular que aprovou esta sessão foi removido, e por isso ela foi encerrada.',
    recovered: 'A conta foi recuperada, e por isso todas as sessões foram encerradas.',
    idle: 'Nada aconteceu aqui por um tempo, e por isso esta sessão foi encerrada.',
    lifetime: 'O tempo que você escolheu para esta sessão acabou.',
    phone_away: 'Seu celular ficou longe por tempo demais, e por isso esta sessão foi encerrada.',
    unanswered: 'Seu celular não respondeu a tempo.',
    denied: 'Seu celular disse não a este login.',
    cancelled: 'Este login foi cancelado.',
  },

  nodFromPhone: 'Diga sim no celular',
  enterNumber: (address) =>
    html`Abra o Nod no celular, em ${address}, e digite este número. Ou escaneie o código.`,
  codeToScan: 'Código para escanear com a câmera do celular',
  approveHere: 'Aprovar aqui',
  useThis: { phone: 'Usar este celular', computer: 'Usar este computador' },
  orAnotherPhone: 'Ou use outro celular:',
  orYourPhone: 'Ou use seu celular:',
  waiting: 'Esperando seu celular',
  found: 'O pedido está no celular. Aprove por lá',
  nowWaiting: 'Esperando seu celular.',
  unreachable: 'O Nod não responde. Ainda tentando.',
  changedMind: 'Não é você, ou mudou de ideia?',

  phoneSaidYes: 'Seu celular disse sim.',
  passkeyAccepted: 'Sua chave de acesso foi aceita.',
  signingIn: 'Entrando',
  saidSigningIn: (said) => `${said} Entrando.`,
  notYet: 'Você ainda não entrou',
  startAgain: 'Começar de novo',
  startWhenYouLike: 'Comece de novo quando quiser.',
  thenStartAgain: (sentence) => `${sentence} Comece de novo.`,
  replaced: 'Um login mais novo começou em outra aba. Continue lá, ou comece de novo aqui.',
  gone: 'Este navegador não está mais esperando. Comece de novo.',
  denied: 'Seu celular disse não. Se foi sem querer, comece de novo.',
  stoppedRecovery:
    'Um celular desta conta interrompeu a recuperação, e o código não vale mais. Entre com esse celular.',
  late: 'Seu celular já tinha dito sim. Ninguém entrou aqui, e a aprovação termina sozinha em até dois minutos.',
  unanswered: {
    signin: 'Seu celular não respondeu em dois minutos. Comece de novo quando estiver com ele em mãos.',
    register:
      'Nenhum celular foi adicionado em dez minutos, e o nome está livre de novo. Comece de novo quando estiver com o seu em mãos.',
    recover:
      'Nenhum celular foi adicionado em dez minutos. Nada mudou, e seu código continua valendo. Comece de novo quando estiver com o celular novo em mãos.',
  },
  cancelled: {
    signin: 'Cancelado. Ninguém entrou.',
    register: 'Cancelado. O nome está livre de novo.',
    recover: 'Cancelado. Nada mudou, e seu código continua valendo.',
  },

  confirm: 'Confirme no celular',
  confirmTo: {
    add_phone: () => 'É preciso um sim do seu celular para adicionar um celular.',
    remove_phone: (name) => html`É preciso um sim do seu celular para remover ${name}.`,
    new_recovery_code: () => 'É preciso um sim do seu celular para criar um novo código de recuperação.',
    add_link: () => 'É preciso um sim do seu celular para vincular uma conta.',
    remove_link: () => 'É preciso um sim do seu celular para desvincular uma conta.',
    not_me: (name) => html`É preciso um sim do seu celular para desconectar ${name}.`,
  },
  askAgain: 'Perguntar de novo',
};

export const register: Messages['register'] = {
  title: 'Escolha seu nome',
  lead: 'Depois, é com o seu celular que você entra. Não é preciso inventar senha.',
  yourName: () => html`Seu nome <span class="muted">(opcional)</span>`,
  yourNameHint: 'Aparece ao lado dos seus posts. Deixe em branco para usar o nome de usuário.',
  reserve: 'Reservar este nome',
  haveName: () => html`Já tem um nome? <a href="/signin">Entre</a>`,
  nameRule: 'De 3 a 20 caracteres: letras de a–z sem acento, números ou _.',
  twoMore: 'Faltam pelo menos dois caracteres.',
  oneMore: 'Falta pelo menos um caractere.',
  tooLong: (characters) => `São ${count(characters)} caracteres; um nome tem no máximo 20.`,
  noSpaces: 'Um nome não tem espaços; use _ no lugar.',
  notIn: (character) =>
    `Um nome só tem letras de a–z sem acento, números e _. Tire ${character} para continuar.`,
  youWillBe: (username) => `Seu nome será ${username}.`,
  chooseName: 'Escolha um nome.',

  addPhone: 'Adicione seu celular',
  wayIn: (username) => html`É com ele que você vai entrar como ${username}.`,
  scan: 'Escaneie este código com a câmera do celular.',
  letItAsk: 'Deixe o celular pedir sua digital, seu rosto ou o PIN.',
  comeBack: 'Volte para esta tela.',

  isItYours: 'Este celular é seu?',
  yourPhone: 'seu celular',
  added: (username) =>
    html`Ele acaba de ser adicionado a ${username}, e é com ele que você vai entrar daqui em diante.`,
  yes: 'Sim, quero entrar',
  no: 'Não, parar',
  notYours:
    'Ninguém entrou aqui. O que aquele celular aprovou termina sozinho em até dois minutos. O nome agora é daquele celular, então comece de novo com outro nome.',
};

export const recovery: Messages['recovery'] = {
  title: 'Perdeu o celular?',
  lead: 'Com seu código de recuperação, você passa a entrar com outro celular.',
  code: 'Código de recuperação',
  codeHint: 'Como você anotou ou imprimiu. Maiúsculas, espaços e hifens não fazem diferença.',
  onceScanned: 'Assim que o celular novo escanear:',
  phonesGo: 'todos os outros celulares são removidos da sua conta,',
  browsersGo: 'todos os navegadores são desconectados,',
  codeGoes: 'este código deixa de valer, e você recebe um novo.',
  goOn: 'Continuar',
  foundIt: () => html`Achou o celular? <a href="/signin">Entre</a>`,
  noCode: 'Digite o código de recuperação que você anotou.',
  wrongLength: (characters) =>
    `Um código tem 28 caracteres, em sete grupos de quatro. Este tem ${count(characters)}.`,
  typo,

  scanTitle: 'Escaneie com o celular novo',
  onlyWayIn: (username) => html`Ele será o único jeito de entrar como ${username}. Até lá, nada muda.`,
  scan: 'Escaneie este código com a câmera do celular que você tem agora.',
  letItAsk: 'Deixe esse celular pedir sua digital, seu rosto ou o PIN.',
  comeBack: 'Volte para esta tela e pegue seu novo código de recuperação.',
  codeToScan: 'Código para escanear com a câmera do celular novo',

  makeTitle: 'Para o dia em que você perder o celular',
  makeLead:
    'Com um código de recuperação e o seu nome, você passa a entrar com outro celular. Sem o celular e sem o código, ninguém consegue abrir sua conta de novo, nem nós.',
  make: 'Criar meu código de recuperação',
  skip: (next) =>
    html`<a href=${next}>Pular por enquanto</a>. Até você criar um código em “Conta”, perder seu único celular é perder
      esta conta.`,

  yourCode: 'Seu código de recuperação',
  keepIt: 'Ele só é mostrado desta vez. Guarde em papel ou em um gerenciador de senhas, e não só no celular.',
  keepItElsewhere: () =>
    html`Ele só é mostrado desta vez. <strong>Anote em outro lugar, fora deste celular</strong>: o código é para o dia em
      que você perder este celular.`,
  printedFor: (username, host) => html`Para ${username} em ${host}.`,
  printedHow: (address) =>
    `Se você perder o celular: abra ${address}, digite seu nome e este código, e escaneie com o celular novo o código que aparecer na tela. Depois disso, todos os outros celulares são removidos, todos os navegadores são desconectados, e você recebe um código novo. Este deixa de valer.`,
  copy: 'Copiar',
  print: 'Imprimir',
  noted: 'Já anotei',
  copied: 'Copiado. Cole onde só você possa ler.',
  notCopied: 'Não foi possível copiar. Selecione o código e copie à mão.',
};

export const social: Messages['social'] = {
  continueWith: (provider) => `Continuar com ${provider}`,
  or: 'ou',

  saidYes: 'Seu provedor disse sim.',
  failed: 'Não deu certo',
  goBack: 'Voltar',
  newHere: (provider) =>
    `É a sua primeira vez aqui. Daqui em diante, você entra com ${provider} e usa este nome.`,
  create: 'Criar minha conta',
  haveName: (provider) =>
    html`Já tem um nome? <a href="/signin">Entre</a> com ele e depois vincule ${provider}.`,
  signedInAs: (username, provider) =>
    html`Você entrou como ${username}. Para usar ${provider} nessa conta, <a href="/account">vincule por lá</a>; aqui você
      cria outra.`,
  linkThis: 'Vincular esta conta?',
  linkMeans: (provider) =>
    `Daqui em diante, quem entrar em ${provider} como esta pessoa entra também na sua conta aqui.`,
  linkIt: 'Vincular',
  dontLink: 'Não vincular',
  provider: 'Provedor',
  accountThere: 'Conta no provedor',

  linkedAccounts: 'Contas vinculadas',
  whatFor: 'Com uma conta vinculada, você pode entrar sem o celular.',
  link: (provider) => `Vincular ${provider}`,
  linkedOn: (when) => html`vinculada: ${when}`,
  lastUsed,
  onlyWayIn: 'É o seu único jeito de entrar: adicione um celular antes de desvincular.',
  unlink: 'Desvincular',
  linked: 'A conta foi vinculada.',
  unlinked: 'A conta foi desvinculada.',

  confirm: 'Confirme que é você',
  confirmTo: {
    add_phone: (provider) => `Entre com ${provider} mais uma vez para adicionar um celular.`,
    remove_phone: (provider, name) => html`Entre com ${provider} mais uma vez para remover ${name}.`,
    new_recovery_code: (provider) =>
      `Entre com ${provider} mais uma vez para criar um novo código de recuperação.`,
    add_link: (provider) => `Entre com ${provider} mais uma vez para vincular uma conta.`,
    remove_link: (provider) => `Entre com ${provider} mais uma vez para desvincular uma conta.`,
    not_me: (provider, name) => html`Entre com ${provider} mais uma vez para desconectar ${name}.`,
  },
  youComeBack: 'Depois você volta para esta página.',
  notConfirmed: (provider) => `${provider} não confirmou`,
  cameBack: (provider) => `Você voltou, mas ${provider} não disse que você acabou de entrar por lá.`,
  neededTo: {
    add_phone: () => 'O Nod precisa disso para adicionar um celular.',
    remove_phone: (name) => html`O Nod precisa disso para remover ${name}.`,
    new_recovery_code: () => 'O Nod precisa disso para criar um novo código de recuperação.',
    add_link: () => 'O Nod precisa disso para vincular uma conta.',
    remove_link: () => 'O Nod precisa disso para desvincular uma conta.',
    not_me: (name) => html`O Nod precisa disso para desconectar ${name}.`,
  },
  signOutThere: (provider) =>
    `Saia da sua conta em ${provider} e tente mais uma vez. Um provedor que nunca diz quando você entrou não serve para isso.`,
};

export const account: Messages['account'] = {
  title: 'Conta',
  you: 'Você',
  signOut: 'Sair',
  toActivity: 'Ver o que aconteceu na sua conta',

  browsers: 'Navegadores',
  showMore: 'Mostrar mais',
  moreBrowsers: (browsers) =>
    counted(browsers, 'Mais 1 navegador.', (number) => `Mais ${number} navegadores.`),
  thisBrowser: 'Este navegador',
  lastActive,
  approvedWith: (phone) => html`Aprovado com ${phone}`,
  letInBy,
  end: 'Encerrar',
  endWhich: (which) => `Encerrar ${which}`,
  notMe: 'Não fui eu',
  notMeWhich: (which) => `Não fui eu: ${which}`,
  endOthers: 'Encerrar as outras sessões',
  noOthers: 'Sua conta não está aberta em nenhum outro lugar.',
  signedOut,
  signedOutMany: (browsers) => `${signedOutMany(browsers)}.`,

  notMeAsk:
    'Isso desconecta o navegador, oculta o que ele escreveu, desfaz o resto do que ele fez e recusa todos os logins que esperam por você agora. Só os posts dele podem voltar a aparecer.',
  alsoPhone: (phone) => html`Foi aprovado com ${phone}. Se você não tem mais esse celular, remova-o também.`,
  alsoProvider: (provider) =>
    `Esse navegador entrou com ${provider}. Veja também por lá quem usa a sua conta.`,
  endAndTakeBack: 'Desconectar e desfazer',
  nothingHidden: 'Ele não tinha escrito nada.',
  postsHidden: (posts) =>
    counted(posts, 'Um post foi ocultado.', (number) => `${number} posts foram ocultados.`),
  codeVoid: () =>
    html`Seu código de recuperação não vale mais. <a href="#recovery-title">Crie um novo agora</a>`,
  showAgain: 'Mostrar de novo',

  phones: 'Celulares',
  phonesLead: 'Só estes podem dizer sim quando um navegador pede para entrar.',
  noPhone:
    'Você ainda não tem um celular aqui. Adicione o seu, e um sim dele basta para entrar, sem o provedor.',
  addedAt: (time) => html`Adicionado: ${time}`,
  lastUsed,
  rings: 'toca quando você entra',
  ringsNot: 'não toca',
  onlyWayIn: 'É o seu único jeito de entrar: adicione outro celular antes de remover este.',
  rename: 'Renomear',
  phoneName: 'Um nome para este celular',
  save: 'Salvar',
  renamed: (phone) => `Agora o celular se chama ${phone}.`,
  remove: 'Remover',
  removeAsk: (phone) => html`Remover ${phone}? Esse celular não poderá mais deixar ninguém entrar.`,
  onlyPhone: (phone) => html`${phone} é o seu único celular.`,
  onlyWhileOther: 'Ele só pode ser removido quando houver outro jeito de entrar.',
  withoutIt: (provider) => `Sem ele, você entra só com ${provider}.`,
  endItsSessions: 'Desconectar também os navegadores que ele deixou entrar, inclusive este, se for um deles',
  removePhone: 'Remover este celular',
  phoneRemoved: (phone) => `${phone} foi removido.`,

  alerts: 'Alertas nos seus celulares',
  alertsLead:
    'Os celulares que tocam também podem avisar disto, mesmo bloqueados: quem é e como um post começa, e nunca o que uma mensagem diz.',
  alertsOf: {
    mentions: 'Quando alguém menciona você',
    replies: 'Quando alguém responde a você',
    messages: 'Quando alguém escreve uma mensagem para você',
  },
  noneRings: 'Nenhum dos seus celulares toca ainda. Isso é ativado na página do celular.',
  addPhone: 'Adicionar um celular',
  scan: 'Escaneie este código com a câmera do celular que você quer adicionar.',
  letItAsk: 'Deixe esse celular pedir sua digital, seu rosto ou o PIN.',
  itAppears: 'Ele aparece então na lista, aqui.',
  codeToScan: 'Código para escanear com a câmera do celular que você quer adicionar',
  notNow: 'Fica para depois?',
  putAway: 'Tirar o código da tela',
  waitingForPhone: 'Esperando o celular novo.',
  noneAdded: 'Nenhum celular foi adicionado em dez minutos. Comece de novo quando estiver com ele em mãos.',
  phoneAdded: (phone) => `${phone} foi adicionado. Daqui em diante, você pode entrar com ele.`,

  recoveryCode: 'Código de recuperação',
  recoveryLead: 'Com ele, você volta a entrar se perder o celular. Um código novo substitui o anterior.',
  noCode: 'Ainda não há um código.',
  codeFrom: (day) => html`Você recebeu um código em ${day}.`,
  makeCode: 'Criar um código',
  makeNewCode: 'Criar um novo código',
  codeAway: 'O código saiu da tela.',

  known: 'Navegadores que você já usou',
  knownLead:
    'Eles fazem seu celular tocar quando pedem para entrar; nenhum outro faz. Esqueça os que você não usa mais.',
  noneKnown: 'Nenhum. O próximo que entrar aparece aqui.',
  showAll: (browsers) => `Mostrar todos (${count(browsers)})`,
  thisOne: 'Este',
  // "Desde" does not go with "há 2 dias".
  knownSince: (time) => html`Primeiro login: ${time}`,
  knownAt: (place, time) => html`${place} · primeiro login: ${time}`,
  lastSignedIn: (time) => html`último login: ${time}`,
  forget: 'Esquecer',
  forgotten: (browser) => `${browser} foi esquecido.`,

  settings: 'Configurações',
  theme: 'Tema',
  themeLead: 'A aparência do Nod aqui.',
};

export const activity: Messages['activity'] = {
  title: 'Atividade',
  lead: () => html`O que aconteceu na sua conta nos últimos 90 dias. Viu algo que não foi você? Encerre a sessão em
    <a href="/account">Conta</a>.`,
  nothingYet: 'Nada aconteceu ainda.',
  nothingYetMore:
    'Quando um celular deixa um navegador entrar, ou um navegador é desconectado, isso fica aqui por 90 dias.',
  moreEntries: (entries) => counted(entries, 'Mais 1 registro.', (number) => `Mais ${number} registros.`),

  aPhone: 'um celular',
  aBrowser: 'um navegador',
  aProvider: 'um provedor',
  registered: (browser, phone) => `A conta foi criada em ${browser}, com ${phone} como primeiro celular`,
  registeredBy: (browser, provider) => `A conta foi criada em ${browser}, entrando com ${provider}`,
  approved: (phone, browser) => `${phone} aprovou ${browser}`,
  allowed: {
    add_phone: (phone, browser) => `${phone} deixou ${browser} adicionar um celular`,
    remove_phone: (phone, browser) => `${phone} deixou ${browser} remover um celular`,
    new_recovery_code: (phone, browser) => `${phone} deixou ${browser} criar um novo código de recuperação`,
    add_link: (phone, browser) => `${phone} deixou ${browser} vincular uma conta`,
    remove_link: (phone, browser) => `${phone} deixou ${browser} desvincular uma conta`,
    not_me: (phone, browser) =>
      `${phone} deixou ${browser} desconectar um navegador e desfazer o que ele fez`,
  },
  denied: (phone, browser) => `${phone} disse não a ${browser}`,
  refused: {
    add_phone: (phone, browser) => `${phone} não deixou ${browser} adicionar um celular`,
    remove_phone: (phone, browser) => `${phone} não deixou ${browser} remover um celular`,
    new_recovery_code: (phone, browser) =>
      `${phone} não deixou ${browser} criar um novo código de recuperação`,
    add_link: (phone, browser) => `${phone} não deixou ${browser} vincular uma conta`,
    remove_link: (phone, browser) => `${phone} não deixou ${browser} desvincular uma conta`,
    not_me: (phone, browser) =>
      `${phone} não deixou ${browser} desconectar um navegador e desfazer o que ele fez`,
  },
  signedIn: (browser) => `${browser} entrou na conta`,
  ended: {
    here: (browser) => `${browser} foi desconectado ali mesmo`,
    elsewhere: (browser) => `${browser} foi desconectado em outro navegador`,
    phone: (browser) => `${browser} foi desconectado no seu celular`,
    not_me: (browser) => `${browser} foi desconectado porque você disse que não era você`,
    admin: (browser) => `${browser} foi desconectado pela administração do site`,
    provider: (browser) => `${browser} foi desconectado pelo serviço com que entrou`,
    phone_removed: (browser) => `${browser} foi desconectado porque o celular que o aprovou foi removido`,
    recovered: (browser) => `${browser} foi desconectado porque a conta foi recuperada`,
    idle: (browser) => `${browser} foi desconectado depois de um tempo sem uso`,
    lifetime: (browser) => `${browser} foi desconectado porque o tempo dele acabou`,
    phone_away: (browser) => `${browser} foi desconectado porque seu celular ficou longe por tempo demais`,
    unanswered: (browser) => `${browser} foi desconectado porque ninguém respondeu`,
    denied: (browser) => `${browser} foi desconectado porque seu celular disse não`,
    cancelled: (browser) => `${browser} foi desconectado porque o login foi cancelado`,
    itself: (browser) => `${browser} foi desconectado automaticamente`,
  },
  endedAllElsewhere: (browsers) => `${signedOutMany(browsers)} de uma vez, em outro navegador`,
  endedAllPhone: (browsers) => `${signedOutMany(browsers)} de uma vez, no seu celular`,
  endedAll: (browsers) => `${signedOutMany(browsers)} de uma vez`,
  hidden: (posts) => counted(posts, 'Um post foi ocultado', (number) => `${number} posts foram ocultados`),
  hiddenOf: (posts, browser) =>
    counted(
      posts,
      `Um post feito em ${browser} foi ocultado`,
      (number) => `${number} posts feitos em ${browser} foram ocultados`,
    ),
  shown: (posts) =>
    counted(posts, 'Um post voltou a aparecer', (number) => `${number} posts voltaram a aparecer`),
  undone: (acts, browser) =>
    counted(
      acts,
      `Uma ação feita em ${browser} foi desfeita`,
      (number) => `${number} ações feitas em ${browser} foram desfeitas`,
    ),
  invited: (browser) => `${browser} mostrou um código para adicionar um celular`,
  added: (phone) => `${phone} foi adicionado`,
  removed: (phone) => `${phone} foi removido`,
  renewed: 'Um novo código de recuperação foi criado',
  revoked: 'O código de recuperação deixou de valer',
  begun: (browser) => `${browser} começou a recuperar a conta com o código de recuperação`,
  stopped: (phone, browser) =>
    `${phone} interrompeu a recuperação feita em ${browser}, e o código de recuperação não vale mais`,
  recovered: (phone) => `A conta foi recuperada com o código de recuperação, para ${phone}`,
  linked: (provider) => `O login com ${provider} foi ativado`,
  unlinked: (provider) => `O login com ${provider} foi desativado`,
  browserKnown: (browser, provider) => `${browser} entrou com ${provider} e passa a ser conhecido`,
  browserForgotten: (browser) => `${browser} foi esquecido`,

  showAgain: 'Mostrar de novo',
  saveReceipt: 'Salvar o comprovante',
  receiptSaved: 'O comprovante foi salvo.',
  howToCheck: 'Como conferir um comprovante',
  whatReceiptHas:
    'Um comprovante traz o que seu celular assinou para deixar um navegador entrar, ou fazer uma só coisa, além da assinatura e da chave pública do celular. Para conferir, você não precisa de nada nosso, só do Node.js:',
  checkSave: 'Salve um comprovante da lista acima.',
  checkScript: (script) => html`Salve ${script} e leia: é uma página curta, que não consulta ninguém.`,
  checkRun: (command) => html`Execute ${command} na pasta em que estão os dois arquivos.`,
  whatCheckSays:
    'Ele diz o que foi aprovado, se a assinatura é dessa chave, e se sua digital, seu rosto ou seu PIN foi verificado.',
};

export const phone: Messages['phone'] = {
  title: 'Seu celular',
  looking: 'Perguntando ao Nod sobre este celular.',
  offline: 'Sem conexão com o Nod. Tentando de novo.',
  settings: 'Configurações deste celular',
  site: 'O Nod neste navegador',
  done: 'Pronto',
  back: 'Voltar',
  waitingFor: { phone: 'Esperando sua digital', computer: 'Esperando seu computador' },

  welcome: 'Seu celular é a chave',
  noPasswords:
    'O Nod não tem senhas. Quando você entra em algum lugar, esta página mostra quem está pedindo, e a sua digital ou o seu rosto diz sim. Este celular ainda não está configurado para isso.',
  stepName: 'Crie sua conta em um navegador: escolha um nome lá.',
  stepScan: 'Escaneie com este celular o código que aparecer.',
  stepConfirm: 'Confirme com a sua digital. É só isso.',
  register: 'Criar conta',
  scan: 'Escanear o código',
  useKey: 'Este celular já foi configurado',
  noKey:
    'Nenhuma chave foi usada. Se este celular não tem uma para o Nod, crie uma conta ou escaneie um código.',
  keyForgotten:
    'Esta chave não abre mais nenhuma conta. O celular foi removido, ou a conta foi recuperada com outro.',
  removed: 'Este celular foi removido da conta e não pode mais aprovar nada.',

  number: 'Digite o número que você vê',
  numberHint: 'Ele está na tela em que você quer entrar.',
  readItYourself: 'Digite o número que você vê na tela à sua frente.',
  numberUnsent: 'O Nod não responde. O número será enviado assim que possível.',
  digitsOnly: 'O número só tem dígitos, de 0 a 9.',
  tooManyDigits: 'O número tem seis dígitos, não mais.',
  digitsMissing: (missing) =>
    counted(
      missing,
      'O número tem seis dígitos: falta um.',
      (number) => `O número tem seis dígitos: faltam ${number}.`,
    ),

  requests: 'Navegadores que pedem agora',
  asks: {
    sign_in: (browser) => html`${browser} pede para entrar`,
    add_phone: (browser) => html`${browser} pede para adicionar um celular`,
    remove_phone: (browser) => html`${browser} pede para remover um celular`,
    new_recovery_code: (browser) => html`${browser} pede para criar um novo código de recuperação`,
    add_link: (browser) => html`${browser} pede para vincular uma conta`,
    remove_link: (browser) => html`${browser} pede para desvincular uma conta`,
    not_me: (browser) => html`${browser} pede para desconectar um navegador e desfazer o que ele fez`,
    other: (browser) => html`${browser} pede algo que esta página ainda não conhece`,
  },
  typeIt: 'Digite o número que ele mostra',
  news: (asks) => html`${asks}. Digite o número que ele mostra.`,
  justNow: 'agora mesmo',
  notMe: 'Não sou eu',
  scanInstead: 'Escanear em vez de digitar',

  request: 'Um navegador pede',
  numberTo: {
    sign_in: 'Digite o número para entrar',
    add_phone: 'Digite o número para adicionar um celular',
    remove_phone: 'Digite o número para remover um celular',
    new_recovery_code: 'Digite o número para criar um novo código de recuperação',
    add_link: 'Digite o número para vincular uma conta',
    remove_link: 'Digite o número para desvincular uma conta',
    not_me: 'Digite o número para desconectar um navegador e desfazer o que ele fez',
    other: 'Digite o número para continuar',
  },
  numberOfThat: 'Leia na tela desse navegador. Se ele não está na sua frente, escolha “Não sou eu”.',

  asker: 'Quem está pedindo',
  browser: 'Navegador',
  place: 'Lugar',
  address: 'Endereço',
  asked: 'Pedido',
  itsNumber: 'Número',
  newBrowser: 'Navegador novo',
  knownBrowser: 'Navegador conhecido',
  signedInAsYou: 'Conectado como você',
  adviceOnNew: 'Ele nunca entrou como você. Aprove só se ele está na sua frente.',
  adviceOnAct: 'Sua conta está aberta nele. Aprove só se você acabou de pedir isso.',

  approval: 'Aprovar um login',
  signInOn: {
    computer: 'Entrar neste computador?',
    phone: 'Entrar neste celular?',
    browser: 'Entrar neste navegador?',
  },
  lifetime: 'Manter conectado por',
  lifetimes: { '10m': '10 minutos', '24h': '24 horas', '30d': '30 dias' },
  presence: 'Só enquanto esta página estiver aberta',
  presenceMore: 'O navegador é bloqueado 90 segundos depois que você sai do Nod neste celular.',
  presenceLabel: 'Só enquanto esta página estiver aberta no seu celular',
  approve: { phone: 'Aprovar com a digital', computer: 'Aprovar com este computador' },
  unconfirmed: {
    phone: 'Seu celular não confirmou, e ninguém entrou. Aprove de novo quando quiser.',
    computer: 'Seu computador não confirmou, e ninguém entrou. Aprove de novo quando quiser.',
  },
  approved: 'Aprovado',
  signedIn: (browser, lifetime) => `${browser} fica conectado por ${lifetime}.`,
  signedInHere: (browser, lifetime) =>
    `${browser} fica conectado por ${lifetime}, enquanto esta página estiver aberta.`,
  may: {
    add_phone: (browser) => `${browser} já pode adicionar um celular.`,
    remove_phone: (browser) => `${browser} já pode remover um celular.`,
    new_recovery_code: (browser) => `${browser} já pode criar um novo código de recuperação.`,
    add_link: (browser) => `${browser} já pode vincular uma conta.`,
    remove_link: (browser) => `${browser} já pode desvincular uma conta.`,
    not_me: (browser) => `${browser} já pode desconectar um navegador e desfazer o que ele fez.`,
    other: (browser) => `${browser} já pode fazer isso.`,
  },
  backToSignIn: 'Voltar ao login',

  denial: 'Recusar um login',
  notYou: 'Não é você?',
  askedTo: {
    sign_in: (browser, ago) => html`${browser} pediu ${ago} para entrar como você.`,
    add_phone: (browser, ago) => html`${browser} pediu ${ago} para adicionar um celular.`,
    remove_phone: (browser, ago) => html`${browser} pediu ${ago} para remover um celular.`,
    new_recovery_code: (browser, ago) =>
      html`${browser} pediu ${ago} para criar um novo código de recuperação.`,
    add_link: (browser, ago) => html`${browser} pediu ${ago} para vincular uma conta.`,
    remove_link: (browser, ago) => html`${browser} pediu ${ago} para desvincular uma conta.`,
    not_me: (browser, ago) =>
      html`${browser} pediu ${ago} para desconectar um navegador e desfazer o que ele fez.`,
    other: (browser, ago) => html`${browser} pediu ${ago} algo que esta página ainda não conhece.`,
  },
  noFingerprint: 'Ninguém entra sem a sua digital. Se você recusar, a espera termina na hora.',
  deny: 'Recusar',
  denySignIn: 'Recusar este login?',
  denyAct: 'Recusar este pedido?',
  denyAndReport: 'Recusar e denunciar',
  didNotAsk: 'Eu não pedi isso',
  denied: 'Recusado',
  deniedAndReported: 'Recusado e denunciado',
  nobodyLetIn: 'Ninguém entrou, e o navegador que pediu já recebeu o não.',
  nothingDone: 'Nada foi feito, e o navegador que pediu já recebeu o não.',
  reported:
    'Os outros pedidos que esperavam também foram recusados. Se o navegador era conhecido, ele foi esquecido e não faz mais o celular tocar.',
  stillSignedIn: 'Ele continua conectado: encerre a sessão dele na próxima tela.',

  over: {
    expired: {
      title: 'O tempo deste pedido acabou',
      text: 'Um login espera dois minutos. Se foi você, peça de novo no navegador.',
    },
    cancelled: {
      title: 'O navegador deixou de pedir',
      text: 'O login foi cancelado por lá. Ninguém entrou.',
    },
    answered: {
      title: 'Já respondido',
      text: 'Este login já teve resposta. A próxima tela lista os navegadores conectados.',
    },
    recovery: {
      title: 'Nenhuma recuperação está esperando',
      text: 'Ela foi interrompida, terminou ou foi concluída: a atividade da sua conta diz o que aconteceu.',
    },
  },

  recoveryNews: 'Alguém está recuperando a sua conta.',
  recovery: 'Alguém está recuperando a sua conta',
  recoveryUntil: (until) =>
    html`Seu código de recuperação foi digitado lá. Até ${until}, outro celular pode tomar o lugar deste. Se é você, continue por lá. Se você interromper, o código também deixa de valer.`,
  stop: 'Interromper',
  unstopped: 'Seu celular não confirmou, e a recuperação continua. Interrompa de novo quando quiser.',
  stopped: 'A recuperação foi interrompida',
  stoppedMore:
    'Ninguém entrou. Outra pessoa tinha o seu código de recuperação, e por isso ele não vale mais. Crie um novo agora: em um navegador conectado, em “Conta”.',

  scanner: 'Escaneie o código',
  picture: 'A imagem da câmera',
  point: 'Aponte a câmera para o código na outra tela.',
  foreign: 'Este código não é do Nod. Aponte para o que o Nod mostra na outra tela.',
  camera: {
    refused:
      'A câmera está desativada para esta página. Permita nas configurações do navegador e tente de novo.',
    missing: 'Não dá para usar a câmera agora. Feche outros apps que a usam e tente de novo.',
  },
  close: 'Fechar',

  failed: 'O navegador deste celular não conseguiu. Feche outras janelas abertas e tente mais uma vez.',
  disabled: 'Esta conta está desativada',
  disabledMore: 'Ninguém pode entrar com ela agora. Fale com quem cuida deste site.',
  lookAgain: 'Verificar de novo',
};

export const enrol: Messages['enrol'] = {
  title: {
    phone: 'Configure este celular',
    computer: 'Configure este computador',
  },
  signsIn: {
    phone: (name) => html`Com este celular, você vai entrar como ${name}.`,
    computer: (name) => html`Com este computador, você vai entrar como ${name}.`,
  },
  adds: {
    phone: (name) =>
      html`Este celular será adicionado à conta ${name}. Seus outros celulares ficam como estão.`,
    computer: (name) =>
      html`Este computador será adicionado à conta ${name}. Seus outros celulares ficam como estão.`,
  },
  onlyPhone: (name) => html`Este será o único celular da conta ${name}.`,
  othersGo:
    'Todos os outros celulares são removidos, e todos os navegadores são desconectados. Depois, seu navegador mostra um novo código de recuperação.',
  replaces: {
    phone: (before, name) =>
      html`Este celular já é a chave da conta ${before}. Se você continuar, passa a ser a chave da conta ${name}.`,
    computer: (before, name) =>
      html`Este computador já é a chave da conta ${before}. Se você continuar, passa a ser a chave da conta ${name}.`,
  },
  replacesAnother: {
    phone: (name) =>
      html`Este celular já é a chave de outra conta. Se você continuar, passa a ser a chave da conta ${name}.`,
    computer: (name) =>
      html`Este computador já é a chave de outra conta. Se você continuar, passa a ser a chave da conta ${name}.`,
  },
  name: {
    phone: 'Um nome para este celular',
    computer: 'Um nome para este computador',
  },
  androidPhone: 'Celular Android',
  thisComputer: 'Este computador',
  willAsk: {
    phone: 'Seu celular vai pedir sua digital, seu rosto ou o código de desbloqueio.',
    computer: 'Seu computador vai pedir sua digital, seu rosto ou o PIN.',
  },
  noKeys: 'Este navegador não pode guardar uma chave. Abra o link no Chrome, no Safari ou no Firefox.',
  makeKey: {
    phone: 'Usar este celular como chave',
    computer: 'Usar este computador como chave',
  },
  makeOnlyPhone: 'Usar como meu único celular',
  waiting: {
    phone: 'Esperando seu celular',
    computer: 'Esperando seu computador',
  },
  unconfirmed: {
    phone: 'Seu celular não confirmou, e nenhuma chave foi criada. Tente de novo quando quiser.',
    computer: 'Seu computador não confirmou, e nenhuma chave foi criada. Tente de novo quando quiser.',
  },
  hasKey: {
    phone: (name) => `Este celular já tem uma chave para @${name}. Não há nada para adicionar.`,
    computer: (name) => `Este computador já tem uma chave para @${name}. Não há nada para adicionar.`,
  },
  ready: {
    phone: 'Este celular está pronto',
    computer: 'Este computador está pronto',
  },
  next: {
    registration:
      'Continue no navegador. Daqui em diante, abra esta página quando for entrar em algum lugar.',
    invite: 'Agora ele é um dos seus celulares.',
    recovery:
      'Agora ele é o seu único celular. Continue no navegador e anote por lá o novo código de recuperação.',
  },
  dead: 'Este link não funciona',
};

export const phoneSettings: Messages['phoneSettings'] = {
  title: { phone: 'Este celular', computer: 'Este computador' },
  signsIn: (name) => html`Com ele, você entra como ${name}.`,
  name: 'Nome',
  nameHint: 'Você vai ver este nome no navegador quando este aparelho deixar você entrar.',
  save: 'Salvar o nome',
  saving: 'Salvando',
  renamed: (name) => `Agora ele se chama ${name}.`,

  ringingTitle: 'Toque',
  ringing: {
    on: 'Este celular toca quando você entra com um navegador que já usou.',
    off: 'Este celular não toca. Abra esta página quando for entrar em algum lugar.',
    blocked:
      'Seu navegador não deixa o Nod fazer este celular tocar. Permita as notificações deste site nas configurações dele.',
    'after installing':
      'Este celular pode tocar assim que o Nod estiver na Tela de Início. Escolha Compartilhar, depois Adicionar à Tela de Início, e abra o Nod por lá.',
    'not here':
      'Com este navegador, o celular não pode tocar. Abra esta página quando for entrar em algum lugar.',
  },
  ring: 'Ativar o toque',
  stopRinging: 'Desativar o toque',
  wait: 'Um momento',
  noPush: 'O serviço de notificações deste navegador não responde. Tente de novo mais tarde.',
  offer: 'Fazer este celular tocar quando você entra',
  offerMore: 'Só um navegador que você já usou pode fazer isso. Um desconhecido, nunca.',
  rings: 'Daqui em diante, este celular toca',
  ringsMore: 'Abra a notificação e digite o número que o navegador mostra.',
  notNow: 'Agora não',

  installTitle: 'Coloque o Nod na tela de início',
  install: 'Instalar',

  removal: 'Remover este celular',
  onlyWayIn:
    'É o seu único jeito de entrar, então ele fica: adicione antes outro celular, em um navegador conectado.',
  removalMore: 'Ele não poderá aprovar mais nada. Para voltar, precisa ser configurado de novo.',
  remove: 'Remover',
  signOutToo: 'Desconectar também os navegadores que ele deixou entrar',
  removeIt: 'Remover este celular',
  removing: 'Removendo',
  removed: 'Este celular foi removido',
  removedMore: (browsers) =>
    browsers === 0
      ? 'Ele não aprova mais nada.'
      : counted(
          browsers,
          'Ele não aprova mais nada, e um navegador foi desconectado.',
          (number) => `Ele não aprova mais nada, e ${number} navegadores foram desconectados.`,
        ),
  deletePasskey: 'Se quiser, apague a chave de acesso dele nas configurações do celular.',

  browsers: 'Navegadores conectados',
  noBrowser:
    'Nenhum navegador está conectado. Quando você aprovar um, ele aparece aqui, e aqui você pode encerrar a sessão.',
  more: 'Mostrar mais',
  active: lastActive,
  letInBy,
  end: 'Encerrar',
  endOf: (session) => `Encerrar a sessão: ${session}`,
  endAll: 'Encerrar todas',
  endQuestion: 'Ele é desconectado em um segundo.',
  endIt: 'Encerrar esta sessão',
  endAllQuestion: 'Todos os navegadores são desconectados em um segundo.',
  endThemAll: 'Encerrar todas as sessões',
  ended: 'Esse navegador foi desconectado.',
  allEnded: 'Todos os navegadores foram desconectados.',
  notMe: 'Não fui eu',
  reportQuestion: (browser) =>
    `Isso desconecta ${browser}, oculta o que ele escreveu, desfaz o resto do que ele fez e recusa todos os logins que esperam por você agora.`,
  report: 'Desconectar e desfazer',
  signedOut,
  codeIsVoid: 'Seu código de recuperação não vale mais. Crie um novo agora, em um navegador.',

  unlocked: (browsers) =>
    counted(
      browsers,
      'Um navegador fica desbloqueado enquanto esta página está aberta',
      (number) => `${number} navegadores ficam desbloqueados enquanto esta página está aberta`,
    ),
  unlockedMore: (browsers) =>
    browsers === 1
      ? 'Se você fechar esta página ou sair dela, ele é bloqueado depois de 90 segundos e desconectado depois de dez minutos.'
      : 'Se você fechar esta página ou sair dela, eles são bloqueados depois de 90 segundos e desconectados depois de dez minutos.',
  awake: 'A tela fica ligada.',
  keepAwake: 'Não deixe a tela apagar: este navegador não consegue cuidar disso.',
};

export const push: Messages['push'] = {
  asks: {
    sign_in: (browser) => `${browser} pede para entrar`,
    add_phone: (browser) => `${browser} pede para adicionar um celular`,
    remove_phone: (browser) => `${browser} pede para remover um celular`,
    new_recovery_code: (browser) => `${browser} pede para criar um novo código de recuperação`,
    add_link: (browser) => `${browser} pede para vincular uma conta`,
    remove_link: (browser) => `${browser} pede para desvincular uma conta`,
    not_me: (browser) => `${browser} pede para desconectar um navegador e desfazer o que ele fez`,
  },
  typeTheNumber: (place) =>
    place === undefined
      ? 'Abra o Nod e digite o número que esse navegador mostra.'
      : `${place}. Abra o Nod e digite o número que esse navegador mostra.`,

  changes: {
    phone_invited: () => 'Mais um celular foi convidado para a sua conta',
    phone_added: ({ device = 'Um celular' }) => `${device} foi adicionado à sua conta`,
    phone_removed: ({ device = 'Um celular' }) => `${device} foi removido da sua conta`,
    recovery_renewed: () => 'Sua conta tem um novo código de recuperação',
    recovery_revoked: () => 'Seu código de recuperação não vale mais',
    recovery_begun: () => 'Alguém está recuperando a sua conta',
    recovered: ({ device = 'outro celular' }) => `Sua conta foi recuperada, para ${device}`,
    recovery_stopped: ({ device = 'Um celular' }) => `${device} interrompeu a recuperação da sua conta`,
    link_added: ({ provider = 'outro site' }) => `${provider} agora pode abrir a sua conta`,
    link_removed: ({ provider = 'outro site' }) => `Não dá mais para entrar com ${provider}`,
    browser_added: ({ browser = 'Um navegador' }) => `${browser} agora pode fazer seu celular tocar`,
    browser_forgotten: ({ browser = 'Um navegador' }) =>
      `${browser} foi esquecido e não faz mais seu celular tocar`,
  },
  thisPhoneRemoved: 'Este celular foi removido da sua conta',

  ofRemovedPhone:
    'Ele não aprova mais nada. Se não foi você, entre de outro jeito e confira os seus celulares.',
  stopIt: (browser = 'Um navegador', place) =>
    place === undefined
      ? `${browser} tem o seu código de recuperação. Se não é você, abra aqui e interrompa.`
      : `${browser}, ${place}, tem o seu código de recuperação. Se não é você, abra aqui e interrompa.`,
  codeIsVoid: 'Seu código de recuperação não vale mais. Crie um novo em um navegador conectado.',
  ifNotYou: 'Se não foi você, abra o Nod e encerre as sessões que você não conhece.',
  alerts: {
    mentions: (name) => `${name} mencionou você`,
    replies: (name) => `${name} respondeu a você`,
    messages: (name) => `Nova mensagem de ${name}`,
  },
};

export const languages: Messages['languages'] = {
  title: 'Idioma',
  lead: 'O idioma do Nod neste navegador. O de um celular se escolhe no próprio celular.',
};

export const practice: Messages['practice'] = {
  noPhone: 'Sem celular à mão?',
  openPhone: 'Abrir o celular de teste',
  openSecondPhone: 'Abrir um segundo celular de teste',
  demo: 'Duas pessoas inventadas, só nesta máquina',
  notice: 'Celular de teste: só neste computador, nunca em um site publicado',
  approve: 'Aprovar com a digital de teste',
  name: (number) => (number === 1 ? 'Celular de teste' : `Celular de teste ${count(number)}`),
  account: 'Qual conta?',
  nameless: 'Uma conta sem nome',
  none: 'Nenhuma delas',
};

export const hides: Messages['hides'] = {
  mute: (name) => `Silenciar ${name}`,
  unmute: (name) => `Deixar de silenciar ${name}`,
  block: (name) => `Bloquear ${name}`,
  unblock: (name) => `Desbloquear ${name}`,
  reportPost: 'Denunciar este post',
  reportPerson: (name) => `Denunciar ${name}`,
  whatYouCanDo: (name) => `O que você pode fazer sobre ${name}`,
  nowMuted: (name) => `Você silenciou ${name}: os posts só aparecem na página da própria pessoa.`,
  nowUnmuted: (name) => `Você não silencia mais ${name}.`,
  nowBlocked: (name) => `Você bloqueou ${name}.`,
  nowUnblocked: (name) => `Você não bloqueia mais ${name}. Quem seguia quem não volta.`,
  undo: 'Desfazer',
  undoFailed: 'Não foi possível desfazer.',
  blockAsk: (name) => `Bloquear ${name}?`,
  blockMeans:
    'Nenhum dos dois lados vê, segue ou escreve ao outro, e se vocês se seguem, isso acaba. A pessoa pode ver na sua página que foi bloqueada.',
  blockYes: 'Bloquear',
  youMuted: 'Você silenciou esta pessoa.',
  youMutedMore: 'Você vê os posts dela aqui, e em nenhum outro lugar. Ela não sabe.',
  youBlocked: 'Você bloqueou esta pessoa.',
  blockedYou: 'Esta pessoa bloqueou você.',
  blockedMore: 'Nenhum dos dois lados vê o que o outro escreve.',
  title: 'Silenciados e bloqueados',
  lead: 'Ninguém fica sabendo que você silenciou. Quem você bloqueou pode ver isso na sua página.',
  settingsLead: 'Quem você não quer ver.',
  show: 'Ver a lista',
  notLoaded: 'A lista não chegou.',
  muted: 'Silenciado',
  blocked: 'Bloqueado',
  none: 'Você não silenciou nem bloqueou ninguém.',
  noneMore: 'Na página de cada pessoa dá para fazer os dois.',
  more: (people) => `${counted(people, 'Mais uma pessoa', (number) => `Mais ${number} pessoas`)}.`,
  unmuteThis: 'Deixar de silenciar',
  unblockThis: 'Desbloquear',
  reportPostTitle: 'O que há de errado com este post?',
  reportPersonTitle: (name) => `O que há de errado com ${name}?`,
  reportLead: 'Quem cuida deste Nod vai ler. Ninguém mais fica sabendo que foi você.',
  reasons: {
    spam: 'É spam ou golpe',
    abuse: 'Ofende, ameaça ou persegue alguém',
    illegal: 'É contra a lei',
    other: 'Outra coisa',
  },
  chooseReason: 'Escolha o que há de errado.',
  words: 'O que devem saber (pode ficar vazio)',
  send: 'Denunciar',
  reportedTitle: 'Obrigado.',
  reported:
    'Sua denúncia está com quem cuida deste Nod. Eles olham e decidem; você não terá mais notícias aqui. Enquanto isso, você pode silenciar ou bloquear a pessoa.',
  close: 'Fechar',
};

export const text: Messages['text'] = {
  language: 'Idioma do post',
};

export const threads: Messages['threads'] = {
  replyingTo: (name) => html`Em resposta a ${name}`,
  replies: 'Respostas',
  noReplies: 'Ainda não há respostas.',
  yourReply: 'Sua resposta',
  replyPlaceholder: (name) => `Responder a @${name}`,
  reply: 'Responder',
  replied: 'Sua resposta foi publicada.',
  signInToReply: () => 'Entre para responder',
  moreAbove: 'Mostrar o que veio antes',
  moreReplies: 'Mostrar mais respostas',
  moreCame: (replies) =>
    plural(replies, {
      one: `Mais ${count(replies)} resposta.`,
      many: `Mais ${count(replies)} de respostas.`,
      other: `Mais ${count(replies)} respostas.`,
    }),
  gone: {
    deleted: 'Este post foi apagado.',
    hidden: 'Este post está oculto por enquanto.',
    unseen: 'Você e quem escreveu isto não veem um ao outro.',
  },
  goneTitle: 'Post apagado · Nod',
  above: 'A que isto responde',
  whoMayReply: 'Quem pode responder',
  who: {
    everybody: 'Qualquer pessoa pode responder',
    following: 'Só quem eu sigo',
    mentioned: 'Só quem eu menciono',
    nobody: 'Ninguém pode responder',
  },
  whoSaid: {
    following: 'Só pode responder quem é seguido por quem publicou.',
    mentioned: 'Só pode responder quem é mencionado no primeiro post.',
    nobody: 'Ninguém pode responder aqui.',
  },
  removeReply: (name) =>
    html`Remover<span class="visually-hidden"> a resposta de ${name} desta conversa</span>`,
  removed: 'A resposta não está mais nesta conversa.',
  edit: () => html`Editar<span class="visually-hidden"> este post</span>`,
  editLabel: 'O texto do seu post',
  saveEdit: 'Salvar',
  cancelEdit: 'Cancelar',
  saved: 'Salvo.',
  editedMeanwhile: 'Este post foi alterado em outra janela. Copie seu texto e recarregue a página.',
  edited: 'editado',
  history: 'O que este post dizia',
  closeHistory: 'Fechar',
  now: 'Agora',
  historyNotLoaded: 'As versões anteriores não chegaram.',
  deleted: 'Apagado.',
  undo: 'Desfazer',
  deletedAnnounced: 'O post foi apagado. Você pode desfazer isso por dez segundos.',
  undone: 'O post está de volta.',
  notDeleted: (why) => `O post não foi apagado. ${why}`,
};

export const people: Messages['people'] = {
  follow: 'Seguir',
  following: 'Seguindo',
  followName: (name) => `Seguir ${name}`,
  followingName: (name) => `Seguindo ${name}. Deixar de seguir`,
  nowFollowing: (name) => `Agora você segue ${name}.`,
  nowNotFollowing: (name) => `Você não segue mais ${name}.`,
  followsYou: 'Segue você',
  followersOf: (name) => html`Quem segue ${name}`,
  followedBy: (name) => html`Quem ${name} segue`,
  titleOfFollowers: (name) => `Quem segue ${name}`,
  titleOfFollowing: (name) => `Quem ${name} segue`,
  nobodyFollows: 'Ninguém segue esta conta ainda.',
  followsNobody: 'Ainda não segue ninguém.',
  notLoaded: 'A lista não chegou',
  morePeople: (number) => plural(number, { one: 'Mais 1 pessoa.', other: `Mais ${count(number)} pessoas.` }),
  lists: 'Posts',
  home: 'Início',
  everybody: 'Todos',
  followSomebody: 'Siga alguém, e o que essa pessoa escrever fica aqui.',
  suggested: 'Quem escreve aqui',
  nothingAtHome: 'Ainda não há nada aqui',
  nothingAtHomeMore: 'Quem você segue ainda não escreveu nada. Veja o que as pessoas dizem.',
};
export const navigation: Messages['navigation'] = {
  search: 'Buscar',
  notices: 'Avisos',
  messages: 'Mensagens',
  profile: 'Perfil',
  saved: 'Salvos',
  settings: 'Ajustes',
  unread: (items) => counted(items, '(1 novo)', (number) => `(${number} novos)`),
  newPost: 'Novo post',
  close: 'Fechar',

  newPosts: (posts) => counted(posts, '1 post novo', (number) => `${number} posts novos`),
  manyNewPosts: (least) => `Mais de ${count(least)} posts novos`,
  newPostsAbove: (posts) =>
    counted(posts, 'Há 1 post novo acima.', (number) => `Há ${number} posts novos acima.`),
  toNewest: 'Ir para os mais novos',

  keys: 'Teclado',
  keysLead: 'Uma letra basta, sempre que você não estiver escrevendo.',
  nextPost: 'Próximo post',
  postBefore: 'Post anterior',
  like: 'Curtir',
  reply: 'Responder',
  theseKeys: 'Esta lista',
  keysOn: 'Usar estas letras',
  keysOnMore:
    'Desligue se você fala com o computador ou aperta teclas sem querer. Esta lista também está nos ajustes.',
  keysOfPages: 'Letras que levam você de post em post',
  showKeys: 'Mostrar',
};

export const profile: Messages['profile'] = {
  edit: 'Editar perfil',
  editTitle: 'Editar seu perfil',
  name: 'Nome',
  about: 'Sobre você',
  aboutTooLong: (over) => `Tire ${count(over)} caracteres para salvar.`,
  links: 'Onde mais encontrar você',
  link: (number) => `Link ${count(number)}`,
  linkWrong: 'Isto não é o endereço de uma página. Ele se parece com example.com/voce.',
  saved: 'Salvo.',
  posts: (posts, number) =>
    html`${number}${plural(posts, { one: ' post', many: ' de posts', other: ' posts' })}`,
  followers: (people, number) =>
    html`${number}${plural(people, { one: ' seguidor', many: ' de seguidores', other: ' seguidores' })}`,
  following: (_, number) => html`${number} seguindo`,
  pinned: 'Fixado',
  pin: 'Fixar no seu perfil',
  unpin: 'Desafixar do seu perfil',
  isPinned: 'Fixado no seu perfil.',
  isUnpinned: 'Não está mais fixado.',
  choosePicture: 'Escolher uma imagem',
  removePicture: 'Remover a imagem',
  showLastSeen: 'Mostrar em que dia você esteve aqui pela última vez',
  showLastSeenMore:
    'Só o dia, e só para quem entrou na conta. Quem você bloqueou ou quem bloqueou você não vê.',
  lastSeen: (day) => html`Última visita: ${day}`,
  replies: 'Respostas',
  likes: 'Curtidas',
  noReplies: 'Nenhuma resposta ainda.',
  noRepliesMore: 'As respostas a outros posts aparecem aqui.',
  noLikes: 'Nenhuma curtida ainda.',
  noLikesMore: 'O que você curtir aparece aqui. Ninguém mais vê.',
  likesPrivate: 'As curtidas são privadas.',
  likesPrivateMore: 'Ninguém vê o que outra pessoa curte.',
};

export const marks: Messages['marks'] = {
  reply: (name) => `Responder ao post de ${name}`,
  repost: (name) => `Repostar o post de ${name}`,
  like: (name) => `Curtir o post de ${name}`,
  save: (name) => `Salvar o post de ${name}`,
  share: (name) => `Compartilhar o post de ${name}`,
  more: (name) => `Mais sobre o post de ${name}`,
  counted: (button, number) => `${button}: ${number}`,
  repostedBy: (name) => html`Repostado por ${name}`,
  repostedByYou: 'Você repostou',
  copyText: 'Copiar o texto',
  copyAddress: 'Copiar o endereço',
  textCopied: 'O texto foi copiado.',
  addressCopied: 'O endereço foi copiado.',
  notCopied: 'Seu navegador não deixou copiar.',
  saved: 'Salvos',
  savedLead: 'Só você vê o que salva.',
  savedNotLoaded: 'O que você salvou não carregou.',
  nothingSaved: 'Nada salvo ainda.',
  nothingSavedMore: 'O que você salvar embaixo de um post vai aparecer aqui.',
};

export const chats: Messages['chats'] = {
  title: 'Mensagens',
  list: 'Conversas',
  listFailed: 'Não foi possível carregar suas conversas.',
  moreCame: (chats) => plural(chats, { one: 'Mais uma conversa.', other: `Mais ${count(chats)} conversas.` }),
  none: 'Nenhuma mensagem ainda',
  noneMore: () =>
    html`Para escrever a alguém, abra a página da pessoa e toque no envelope. <a href="/">Veja quem está aqui</a>.`,
  choose: 'Escolha uma conversa.',
  you: (text) => html`Você: ${text}`,
  deleted: 'Esta mensagem foi apagada.',
  unread: (messages) =>
    plural(messages, { one: 'Uma mensagem não lida', other: `${count(messages)} mensagens não lidas` }),
  back: 'Todas as mensagens',
  with: (name) => `Mensagens com ${name}`,
  failed: 'Não foi possível carregar esta conversa.',
  earlier: 'Mostrar mensagens anteriores',
  earlierCame: (messages) =>
    plural(messages, { one: 'Uma mensagem anterior.', other: `${count(messages)} mensagens anteriores.` }),
  whoReads: (name) => html`${name} e você podem ler isto, e quem administra este Nod também poderia.`,
  nothingYet: (name) => html`Você e ${name} ainda não se escreveram.`,
  newOnes: 'Novas',
  from: (name) => html`${name}:`,
  fromYou: 'Você:',
  yourMessage: 'Sua mensagem',
  write: 'Escreva uma mensagem',
  enterSends: 'Enter envia; Shift e Enter começa outra linha.',
  send: 'Enviar',
  writeFirst: 'Escreva alguma coisa antes.',
  tooLong: (most, over) =>
    `Uma mensagem tem no máximo ${count(most)} caracteres. Tire ${count(over)} para enviar.`,
  sending: 'Enviando',
  notSent: 'Não enviada.',
  sendAgain: 'Enviar de novo',
  discard: 'Descartar',
  delete: () => html`Apagar<span class="visually-hidden"> esta mensagem</span>`,
  deleteAsk: 'Apagar esta mensagem para vocês dois?',
  deleteYes: 'Apagar',
  deleteNo: 'Manter',
  wasDeleted: 'A mensagem foi apagada.',
  blocked: 'Você e esta pessoa não podem se escrever.',
  yourself: 'Esta conta é sua',
  yourselfMore: 'Para escrever a outra pessoa, abra a página dela e toque no envelope.',
};

/** Pictures in posts: adding them, and looking at them. */
export const media = {
  add: 'Adicionar imagens',
  /** Below the composer. Pictures are counted from one. */
  describe: (n: number) => `Descreva a imagem ${count(n)}`,
  describeHelp: 'O que se vê, para quem não vê',
  remove: (n: number) => `Remover a imagem ${count(n)}`,
  sending: 'A caminho',
  failed: 'Esta imagem não chegou.',
  again: 'Tentar de novo',
  tooMany: 'Um post tem no máximo quatro imagens.',
  tooHeavy: 'Esta imagem é grande demais, e seu navegador não consegue reduzi-la.',
  wait: 'Espere suas imagens chegarem.',

  /** On a picture that somebody has described. */
  alt: 'ALT',
  open: (n: number) => `Abrir a imagem ${count(n)}`,
  of: (n: number, all: number) => `Imagem ${count(n)} de ${count(all)}`,
  undescribed: 'Ninguém descreveu esta imagem.',
  previous: 'Imagem anterior',
  next: 'Próxima imagem',
  close: 'Fechar',
};

export const search: Messages['search'] = {
  title: 'Busca',
  label: 'O que buscar',
  placeholder: 'Posts, pessoas, tags',
  search: 'Buscar',
  kinds: 'Resultados',
  posts: 'Posts',
  people: 'Pessoas',
  notLoaded: 'A busca não funcionou.',
  nothing: 'Nada encontrado.',
  nothingMore: 'Todas as palavras precisam estar em um mesmo post. Tente com menos, ou com outras.',
  nobody: 'Ninguém encontrado.',
  nobodyMore: 'As pessoas são encontradas pelo começo do nome.',
  nothingSoFar: 'Nada encontrado até agora.',
  lookedBackTo: (day) => html`Buscado até ${day}.`,
  lookFurther: 'Buscar mais para trás',
  noneOfTag: 'Ninguém usou esta tag ainda.',
  noneOfTagMore: 'Escreva a tag em um post, e ele aparece aqui.',
  help: {
    title: 'Você também pode buscar',
    phrase: 'estas palavras nesta ordem',
    tag: 'uma tag',
    fromMe: 'seus posts; os dos outros, pelo nome',
    image: 'posts com imagens',
    before: 'posts de antes de um dia',
    since: 'posts desde um ano, um mês ou um dia',
  },
};

export const notices: Messages['notices'] = {
  title: 'Avisos',
  failed: 'Não foi possível carregar seus avisos.',
  moreCame: (notices) => (notices === 1 ? 'Mais um aviso.' : `Mais ${count(notices)} avisos.`),
  none: 'Nada ainda',
  noneMore:
    'Aqui você fica sabendo quem segue, menciona e responde você, quem curte e reposta seus posts e o que muda na sua conta.',
  isNew: 'Novo:',
  followed: (name) => html`${name} segue você`,
  mentioned: (name) => html`${name} mencionou você`,
  replied: (name) => html`${name} respondeu a você`,
  liked: (who, people) => (people === 1 ? html`${who} curtiu seu post` : html`${who} curtiram seu post`),
  reposted: (who, people) =>
    people === 1 ? html`${who} repostou seu post` : html`${who} repostaram seu post`,
  others: (people) => (people === 1 ? 'mais uma pessoa' : `mais ${count(people)} pessoas`),
  toActivity: 'Toda a atividade',
};
