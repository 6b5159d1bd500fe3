/**
 * All that Nod says, in Japanese. です・ます without あなた, so that nobody is addressed more closely than by a good shop; titles,
 * buttons and facts end in a noun (体言止め), or in a plain verb where there is no noun.
 *
 * Terms: phone スマホ, computer パソコン, sign in/out ログイン/ログアウト (as Google says, and whoever speaks of it), register 新規登録,
 * approve 承認, deny 拒否, passkey パスキー, key 鍵, recovery code 復旧コード, recover 復旧, provider 外部サービス, link/unlink 連携/連携を解除,
 * known browser ログインしたことのあるブラウザ, ring 通知, take back 取り消す, way in ログイン手段. To end a session is ログアウト as well: a person
 * signs out *from* a browser, wherever they stand. What is void is 使えない, as 無効 also means "invalid".
 *
 * 「…」 are the quotation marks, and stand around the names of phones, except in the activity, where they come with signs of their
 * own. Names take no さん, whosever they are. Between Latin letters or digits and Japanese there is no space, except beside a lone `_`.
 *
 * "A nod" is うなずき: said in the description and at the top of the home page; elsewhere it is 承認, which is what it does.
 */

import type { Missing } from '../../shared/errors.ts';
import type { Act } from '../../shared/sessions/acts.ts';
import { html, type View } from '../lib/html.ts';
import { count, plural } from '../lib/language.ts';
import type { Messages } from '../lib/messages.ts';
import type { Wait } from '../lib/problem-sentence.ts';

/** What needs a yes of its own, as nouns: in every sentence they take the same particles. */
const ACTS: Record<Act, string> = {
  add_phone: 'スマホの追加',
  remove_phone: 'スマホの削除',
  new_recovery_code: '新しい復旧コードの作成',
  add_link: 'アカウントの連携',
  remove_link: 'アカウント連携の解除',
  not_me: '別のブラウザのログアウトと操作の取り消し',
};

// What these make at the top of the file is dropped from a function's bundle that does not say it, as plain entries are.

/** The same sentence of each of them. */
/* @__NO_SIDE_EFFECTS__ */
const ofActs = <Said>(say: (act: string) => Said) => ({
  add_phone: say(ACTS.add_phone),
  remove_phone: say(ACTS.remove_phone),
  new_recovery_code: say(ACTS.new_recovery_code),
  add_link: say(ACTS.add_link),
  remove_link: say(ACTS.remove_link),
  not_me: say(ACTS.not_me),
});

/** The same of whatever a browser asks for, among it what the page does not know yet. */
/* @__NO_SIDE_EFFECTS__ */
const ofAsks = <Said>(say: (ask: string) => Said) => ({
  sign_in: say('ログイン'),
  ...ofActs(say),
  other: say('このページにない操作'),
});

/** The same of what is confirmed, in which a phone and a browser come by their names. */
/* @__NO_SIDE_EFFECTS__ */
const ofConfirmed = (say: (what: string) => string) => ({
  ...ofActs((act) => () => say(act)),
  remove_phone: (name: View) => html`「${name}」${say('の削除')}`,
  not_me: (name: View) => html`${name}${say('のログアウト')}`,
});

/** The same of a phone and of a computer. */
/* @__NO_SIDE_EFFECTS__ */
const ofMachines = <Said>(say: (machine: string) => Said) => ({
  phone: say('スマホ'),
  computer: say('パソコン'),
});

/** Why a browser was signed out, before that it was. */
/* @__NO_SIDE_EFFECTS__ */
const endedBy = (why: string) => (browser: string) => `${why}、${signedOut(browser)}`;

const postsShown = (posts: number) => `投稿${count(posts)}件を再表示しました`;
const signedOut = (browser: string) => `${browser}からログアウトしました`;
/** What is to be confirmed: an act, or what it is done to. */
const needsNod = (what: string) => `${what}にはスマホでの承認が必要です。`;
const needsSignIn = (what: string, provider: string) =>
  `${what}にはもう一度${provider}でログインする必要があります。`;
const needsThat = (what: string) => `${what}にはこの確認が必要です。`;

export const pages: Messages['pages'] = {
  home: {
    title: 'Nod',
    description: 'スマホでうなずくように承認してログインする、パスワードのないマイクロブログです。',
  },
  signin: { title: 'ログイン · Nod', description: 'スマホを使ってNodにログインします。' },
  register: {
    title: '新規登録 · Nod',
    description: 'ユーザー名を決めて、スマホをログインの鍵にします。パスワードはありません。',
  },
  social: { title: 'ログイン中 · Nod', description: 'ログインに使う外部サービスから戻るページです。' },
  account: {
    title: 'アカウント · Nod',
    description: 'ログイン中のブラウザと、承認に使うスマホを確認できます。',
  },
  activity: {
    title: 'アクティビティ · Nod',
    description: '過去90日間にアカウントで起きたことを確認できます。',
  },
  hidden: { title: 'ミュートとブロック · Nod', description: 'ミュートした相手とブロックした相手。' },
  code: {
    title: '復旧コード · Nod',
    description: 'スマホをなくしたときに、もう一度ログインするためのコードです。',
  },
  recover: {
    title: 'スマホをなくしたとき · Nod',
    description: '復旧コードを使って、別のスマホをログインの鍵にします。',
  },
  phone: { title: '自分のスマホ · Nod', description: 'このスマホでログインを承認します。' },
  profile: { title: 'プロフィール · Nod', description: '1人の投稿の一覧です。' },
  post: { title: '投稿 · Nod', description: '1件の投稿です。' },
  people: { title: 'フォロワー · Nod', description: 'フォロワーと、フォロー中のユーザーです。' },
  search: { title: '検索 · Nod', description: '投稿、人、タグを探せます。' },
  tag: { title: 'タグ · Nod', description: '同じタグの付いた投稿の一覧です。' },
  saved: { title: '保存した投稿 · Nod', description: '保存した投稿の一覧です。' },
  notices: {
    title: '通知 · Nod',
    description: 'あなたをフォローした人、あなたへの言及や返信、アカウントの変更。',
  },
  chats: { title: 'メッセージ · Nod', description: 'ほかの人とのメッセージのやり取りです。' },
  offline: { title: '接続なし · Nod', description: 'Nodに接続できない間に表示されるページです。' },
  'not-found': { title: 'ページなし · Nod', description: 'このページはありません。' },
};

export const noscript: Messages['noscript'] = {
  needed:
    'Nodがスマホとやり取りするにはJavaScriptが必要です。オンにしてから、ページを読み込み直してください。',
  toWrite:
    'ログインや投稿をするにはJavaScriptをオンにしてください。Nodがスマホとやり取りするために必要です。',
};

export const layout: Messages['layout'] = {
  skip: '本文へ移動',
  logo: 'Nod、ホーム',
  places: 'メニュー',
  home: 'ホーム',
  approve: '承認',
  browsersWait: (browsers) => `（承認待ちのブラウザ${count(browsers)}件）`,
  signIn: 'ログイン',
  register: '新規登録',
  postsOf: (username) => html`${username}、自分の投稿`,
  browserWaits: 'ブラウザが承認を待っています。「承認」を開いてください。',
  offline: 'オフラインです。',
  offlineMore: '表示中の内容は古い可能性があります。',
  silent: 'Nodに接続できません',
  silentMore: 'このページは一時的にロックされています。接続できしだい、自動的に開きます。',
  silentBar: 'Nodに接続できません。',
  silentBarMore: 'このまま読めます。投稿するには接続が必要です。',
  away: 'スマホが離れています',
  awayMore:
    'このブラウザはスマホがそばにある間だけ使えます。スマホでもう一度Nodを開くと、このページは自動的に開きます。',
  awayBar: 'スマホが離れています。',
  awayBarMore: 'このまま読めます。投稿するにはスマホでもう一度Nodを開いてください。',
  signOut: 'ログアウト',
  cookiesNeeded:
    'ログインにはCookieが必要です。ブラウザの設定でこのサイトのCookieを許可してから、ページを読み込み直してください。',
  theme: 'テーマ',
  themes: { system: 'システム', light: 'ライト', dark: 'ダーク' },
};

export const common: Messages['common'] = {
  space: '',
  cancel: 'キャンセル',
  tryAgain: '再試行',
  loadMore: 'さらに読み込む',
  keep: 'そのままにする',
  listFailed: 'リストを読み込めませんでした。',
  phoneNameMissing: 'スマホの名前を入力してください（例：自分のスマホ）。',
  morePosts: (posts) => `さらに投稿${count(posts)}件。`,
  postsShown: (posts) => `${postsShown(posts)}。`,
};

const tryAgain = (wait: Wait | undefined): string =>
  wait === undefined
    ? '1分ほどしてから、もう一度試してください。'
    : `${wait.at}（${count(wait.minutes)}分後）にもう一度試してください。`;

export const problems: Messages['problems'] = {
  unreachable: 'Nodに接続できません。接続を確認して、もう一度試してください。',
  muchAtOnce: (wait) => `操作が多すぎます。${tryAgain(wait)}`,
  failed: 'Nodの側で問題が起きました。少ししてから、もう一度試してください。',
  refused: '実行できませんでした。ページを読み込み直して、もう一度試してください。',

  fields: {
    username: 'ユーザー名は英字（a–z）、数字、_ で3〜20文字です。',
    displayName: '名前は改行なしの1〜50文字です。目に見える文字を1つ以上入れてください。',
    name: 'スマホの名前は改行なしの1〜40文字です。目に見える文字を1つ以上入れてください。',
    body: '投稿は1〜500文字です。目に見える文字を1つ以上入れてください。',
    code: 'どこかの文字が違うようです。控えたコードと1文字ずつ見比べてください。',
    number: '番号は6桁です。',
  },
  invalidInput: '送信した内容をNodが読み取れませんでした。ページを読み込み直して、もう一度試してください。',

  codes: {
    not_signed_in: '先にログインしてください。',
    signed_in_as_other: '別のユーザー名でログインしています。',
    not_waiting: 'このブラウザはもう承認を待っていません。やり直してください。',
    not_awaiting_input: 'このブラウザはもう回答を待っていません。やり直してください。',
    not_a_phone: 'このスマホはセットアップされていません。',
    reauth_required: 'ご本人の確認をしてから、もう一度試してください。',
    phone_away: 'スマホが離れています。続けるにはスマホでもう一度Nodを開いてください。',
    blocked: 'この操作はできません。どちらかがブロックしています。',
    user_disabled: 'このアカウントは停止されています。',
    may_not_reply: 'このスレッドを始めた人が、返信できる人を選んでいます。',
    not_editable: ({ why }) =>
      why === 'late'
        ? '投稿を編集できるのは24時間以内です。'
        : 'この投稿は、編集できる回数の上限に達しました。',
    too_many_hidden: ({ most }) => `すでに${count(most)}人います。先に誰かを解除してください。`,
    username_taken: 'このユーザー名は使われています。別のユーザー名を選んでください。',

    assertion_refused: ({ what }) =>
      what === 'passkey'
        ? 'このパスキーのスマホはありません。削除された可能性があります。'
        : '自分のスマホでの確認ではありません。もう一度試してください。',
    challenge_used: 'この確認は使用済みか時間切れです。もう一度試してください。',
    attestation_refused: ({ what }) =>
      what === 'passkey'
        ? 'スマホのパスキーを確認できませんでした。もう一度試してください。'
        : 'スマホが作成した鍵は、強度が足りないか、使えないものです。別のパスキーアプリか、別のスマホで試してください。',

    number_unknown: 'この番号のログインはありません。画面をもう一度確認してください。',
    number_crowded_out: '承認待ちが多すぎます。ログインする画面でやり直してください。',
    too_many_numbers: (wait) => `違う番号が続きました。${tryAgain(wait)}`,
    not_approved: 'スマホでまだ承認されていません。',
    already_answered: 'このログインにはすでに回答しています。',
    already_completed: 'このログインはすでに完了しています。',
    session_ended: 'このログインは終了しています。',

    ticket_unknown: 'このリンクは使えません。画面のコードをもう一度読み取ってください。',
    ticket_used: ({ what }) => ticketUsed[what],
    ticket_expired: ({ what }) =>
      what === 'link'
        ? 'このリンクは10分を過ぎています。ブラウザでやり直してください。'
        : 'コードを表示したブラウザからログアウトしています。ブラウザでやり直してください。',
    too_many_follows: ({ most }) =>
      `フォローは${count(most)}人までです。先に誰かのフォローを外してください。`,
    too_many_phones: ({ most }) => `スマホは${count(most)}台までです。先にどれかを削除してください。`,
    last_sign_in_method: ({ method }) =>
      method === 'phone'
        ? '唯一のログイン手段です。削除する前に、別の手段を追加してください。'
        : '唯一のログイン手段です。先に、スマホか別のアカウントを追加してください。',
    endpoint_refused: '通知に使えるのは公開の通知サービスだけです。',

    code_unknown: 'ユーザー名と復旧コードが合いません。',
    recovery_not_stopped: '復旧を中止できませんでした。もう一度確認してください。',

    provider_unknown: 'このログイン手段はありません。',
    provider_refused:
      '外部サービスでログインできなかったか、応答を確認できませんでした。何も変わっていません。',
    provider_declined: ({ provider }) => `${provider}でログインせずに戻りました。何も変わっていません。`,
    provider_account_refused: ({ provider }) => `この${provider}アカウントではログインできません。`,
    signed_out_there: ({ provider }) =>
      `その間に${provider}からログアウトしています。何も変わっていません。やり直してください。`,
    authorization_unknown:
      'このログインは別のブラウザで始めたか、使用済みか、10分を過ぎています。やり直してください。',
    provider_unavailable: '外部サービスから応答がありません。少ししてから、もう一度試してください。',
    provider_not_ready: 'このログイン手段は準備中です。少ししてから、もう一度試してください。',
    link_taken: 'このアカウントはすでに別のユーザーが連携しています。',
    already_linked: ({ provider }) => `すでに${provider}を連携しています。先に連携を解除してください。`,

    // Pictures.
    image_type_refused: 'Nod が扱えない形式の画像です。JPEG、PNG、WebP、GIF、AVIF を使ってください。',
    image_unreadable:
      'この画像を読み込めませんでした。壊れているか、途中で切れている可能性があります。別の画像を選んでください。',
    image_too_large: ({ most }) => `画像は最大 ${count(most)} メガピクセルです。`,
    image_taken: 'この画像はすでに別の投稿にあります。もう一度追加してください。',

    not_found: ({ what }) => nothingFound[what],
    conflict: 'ほかの操作が先に完了しました。もう一度確認してください。',
    too_many: (wait) => `操作が多すぎます。${tryAgain(wait)}`,
    too_large: '送信した内容が大きすぎます。',
    store_unavailable: 'Nodから応答がありません。少ししてから、もう一度試してください。',
    internal: 'Nodの側で問題が起きました。何も変わっていません。',

    invalid_json: '送信した内容をNodが読み取れませんでした。',
    unsupported_media_type: '送信した内容をNodが読み取れませんでした。',
    cross_origin_refused: 'このサイトのページからのアクセスではありません。',
    direct_access_refused: 'Nodはサイトのアドレスで開いてください。',
  },
};

const ticketUsed = {
  link: 'このリンクは使用済みです。ブラウザでやり直してください。',
  code: 'この復旧コードは使用済みか、新しいコードに置き換わっています。',
  phone: 'このスマホは削除されています。',
};

const nothingFound: Record<Missing, string> = {
  phone: 'このスマホはありません。',
  session: 'このログインはありません。',
  signin: 'このログインはありません。',
  recovery: 'この復旧はありません。',
  link: 'この連携はありません。',
  receipt: 'このログインの控えはありません。',
  browser: 'このブラウザの記録はありません。',
  post: 'この投稿はありません。',
  message: 'このメッセージはありません。',
  image: 'この画像はありません。',
  user: 'この名前のユーザーはいません。',
  route: 'このページはありません。',
  thing: '見つかりませんでした。',
};

export const notice: Messages['notice'] = {
  title: 'うまくいきませんでした · Nod',
  heading: 'うまくいきませんでした',
  backToAccount: 'アカウントに戻る',
  signInAgain: 'もう一度ログイン',
  goHome: 'ホームへ',
  logo: 'Nod、ホーム',
};

export const names: Messages['names'] = {
  browserOn: (browser, os) => `${browser}（${os}）`,
  unnamed: {
    'Unknown browser': '不明なブラウザ',
    'Unknown system': '不明なシステム',
    'Android app': 'Androidアプリ',
    'iOS app': 'iOSアプリ',
  },
};

export const browsers: Messages['browsers'] = {
  here: 'このコンピュータ',
  signedIn: {
    '10m': (moment) => html`${moment}にログイン（10分間）`,
    '24h': (moment) => html`${moment}にログイン（24時間）`,
    '30d': (moment) => html`${moment}にログイン（30日間）`,
  },
  thisOne: { computer: 'このパソコン', phone: 'このスマホ' },
  ends: (end) => html`${end}に終了`,
  endsOrIdle: (end, idleEnd) => html`${end}に終了（使わない場合は${idleEnd}）`,
  which: (name, moment) => `${name}、${moment}にログイン`,
  whichAt: (name, moment, place) => `${name}、${moment}にログイン、${place}`,
  takesBack: 'そのブラウザから行われた次のものも取り消します：',
  takenBack: (several) => html`取り消したもの：${several}。`,
  takenPhone: (name) => html`スマホ「${name}」`,
  takenProvider: (provider) => html`${provider}でのログイン`,
  takenCode: '復旧コード',
  takenSessions: (browsers) => `ほかのブラウザ${count(browsers)}件のログイン`,
  takenActs: {
    follows: (acts) => `フォローの変更${count(acts)}件`,
    hides: (acts) => `ミュートとブロックの変更${count(acts)}件`,
    marks: (acts) => `いいね・リポスト・保存${count(acts)}件`,
    posts: (acts) => `投稿の変更${count(acts)}件`,
    profile: (acts) => `プロフィールの変更${count(acts)}件`,
    messages: (acts) => `メッセージ${count(acts)}件`,
    reports: (acts) => `報告${count(acts)}件`,
    settings: (acts) => `設定の変更${count(acts)}件`,
  },
  takenMore: 'まだ数えていないもの',
  actQuestions: ofActs((act) => `${act}を承認しますか？`),
};

export const posts: Messages['posts'] = {
  home: 'ホーム',
  introTitle: 'うなずくように、ひとこと。',
  introLead:
    'Nodは短い投稿のための小さな場所です。画面に番号が表示されたら、スマホで指紋か顔を確認。それだけでログインできます。パスワードはずっといりません。',
  register: '新規登録',
  signIn: 'ログイン',
  signedOut: 'このブラウザではログインしていません。',
  everybodys: 'みんなの投稿',
  noneYet: 'まだ投稿がありません。',
  registerAndWrite: () => html`<a href="/register">新規登録</a>して、最初の投稿を書いてみましょう。`,
  writeAbove: '上の欄に最初の投稿を書いてみましょう。ここでみんなに表示されます。',
  yourPost: '投稿内容',
  placeholder: 'いま、何を考えていますか？',
  charactersLeft: (_characters, number) =>
    html`<span class="visually-hidden">残り</span>${number}<span class="visually-hidden">文字</span>`,
  post: '投稿',
  posted: '投稿しました。',
  writeFirst: '投稿する内容を書いてください。',
  tooLong: (most, over) => `投稿は${count(most)}文字までです。${count(over)}文字減らしてください。`,
  notLoaded: '投稿を読み込めませんでした。',
  showMore: 'もっと見る',
  showLess: '閉じる',
  writeTo: 'メッセージ',
  deleteThis: () => html`<span class="visually-hidden">この投稿を</span>削除`,
  postNotLoaded: '投稿を読み込めませんでした。',
  postTitle: (name, words) => `${name}「${words}」 · Nod`,
  postBy: (name) => html`${name}の投稿`,
  moreBy: (username) => html`${username}のほかの投稿`,
  toEverybodys: 'みんなの投稿へ',
  profileNotLoaded: 'プロフィールを読み込めませんでした。',
  profileDescription: (name) => `Nodでの${name}の投稿です。`,
  since: (month) => `${month}から利用`,
  authors: '投稿',
  feed: 'フィードで購読',
  noneOfAuthor: 'まだ投稿がありません。',
  noneOfAuthorMore: '投稿されると、ここに表示されます。',
  noneOfOwn: () => html`ホームで<a href="/">最初の投稿を書いて</a>みましょう。`,
};

export const missing: Messages['missing'] = {
  goHome: 'ホームへ',
  page: 'このページはありません',
  pageMore: 'アドレスが違うか、ページがなくなった可能性があります。',
  post: 'この投稿はありません',
  postMore: '投稿した人が削除した可能性があります。',
  postTitle: '投稿なし · Nod',
  deleted: '投稿を削除しました',
  deletedMore: 'ほかの人からも見えなくなりました。',
  author: (username) => html`${username}というユーザーはいません`,
  authorMore: 'ユーザー名を確認するか、みんなの投稿に戻ってください。',
  authorTitle: 'ユーザーなし · Nod',
  description: 'ここには何もありません。',
  offline: 'Nodに接続できません',
  offlineMore: '接続できしだい、このページは自動的に開きます。そのままお待ちください。',
  tryNow: '今すぐ試す',
  trying: '接続中',
  tryAgain: '再試行',
};

export const signin: Messages['signin'] = {
  title: 'ログイン',
  lead: 'ユーザー名を入力して、スマホで承認してください。パスワードはありません。',
  username: 'ユーザー名',
  askMyPhone: 'スマホで承認',
  usePasskey: ofMachines((machine) => `この${machine}のパスキーを使用`),
  noPasskey: 'パスキーは使われませんでした。もう一度試すか、スマホで承認してください。',
  newHere: () => html`はじめての方は<a href="/register">新規登録</a>`,
  lostPhone: () => html`スマホをなくした方は<a href="/recover">復旧コードを使用</a>`,
  signedInAs: (username, next) =>
    html`${username}でログインしています。<a href=${next}>Nodへ進む</a>か、もう一度ログインしてください。`,

  reasons: {
    here: 'ログアウトしました。',
    elsewhere: '別のブラウザからの操作で、ログアウトしました。',
    phone: 'スマホからの操作で、ログアウトしました。',
    not_me: '自分ではないと報告されたため、ログアウトしました。',
    admin: '管理者の操作で、ログアウトしました。',
    provider: 'ログインに使ったサービスからの操作で、ログアウトしました。',
    phone_removed: '承認に使ったスマホが削除されたため、ログアウトしました。',
    recovered: 'アカウントが復旧されたため、すべてのブラウザからログアウトしました。',
    idle: 'しばらく操作がなかったため、ログアウトしました。',
    lifetime: '選んだ時間が過ぎたため、ログアウトしました。',
    phone_away: 'スマホが長い間離れていたため、ログアウトしました。',
    unanswered: '時間内にスマホからの応答がありませんでした。',
    denied: 'このログインはスマホで拒否されました。',
    cancelled: 'このログインはキャンセルされました。',
  },

  nodFromPhone: 'スマホで承認',
  enterNumber: (address) =>
    html`スマホでNod（${address}）を開いて、この番号を入力するか、コードを読み取ってください。`,
  codeToScan: 'スマホのカメラで読み取るコード',
  approveHere: 'ここで承認',
  useThis: ofMachines((machine) => `この${machine}を使用`),
  orAnotherPhone: '別のスマホを使う場合：',
  orYourPhone: 'スマホを使う場合：',
  waiting: 'スマホでの承認を待っています',
  found: 'スマホに表示されました。スマホで承認してください',
  nowWaiting: 'スマホでの承認を待っています。',
  unreachable: 'Nodに接続できません。再試行しています。',
  changedMind: '心当たりがない場合や中止する場合は',

  phoneSaidYes: 'スマホで承認されました。',
  passkeyAccepted: 'パスキーを確認しました。',
  signingIn: 'ログインしています',
  saidSigningIn: (said) => `${said}ログインしています。`,
  notYet: 'まだログインしていません',
  startAgain: 'やり直す',
  startWhenYouLike: 'いつでもやり直せます。',
  thenStartAgain: (sentence) => `${sentence}やり直してください。`,
  replaced: '別のタブで新しいログインが始まりました。そのタブで続けるか、ここでやり直してください。',
  gone: 'このブラウザはもう承認を待っていません。やり直してください。',
  denied: 'スマホで拒否されました。間違いの場合はやり直してください。',
  stoppedRecovery:
    'このアカウントのスマホで復旧が中止され、復旧コードは使えなくなりました。そのスマホでログインしてください。',
  late: 'すでにスマホで承認されていました。ここではログインしていません。この承認は2分以内に自動的に終了します。',
  unanswered: {
    signin: '2分以内にスマホの応答がありませんでした。スマホを手元に用意して、やり直してください。',
    register:
      '10分以内にスマホが追加されなかったため、ユーザー名の予約は解除されました。スマホを手元に用意して、やり直してください。',
    recover:
      '10分以内にスマホが追加されなかったため、何も変わっていません。復旧コードはまだ使えます。新しいスマホを手元に用意して、やり直してください。',
  },
  cancelled: {
    signin: 'キャンセルしました。ログインしていません。',
    register: 'キャンセルしました。ユーザー名の予約は解除されました。',
    recover: 'キャンセルしました。何も変わっていません。復旧コードはまだ使えます。',
  },

  confirm: 'スマホで確認',
  confirmTo: ofConfirmed(needsNod),
  askAgain: 'もう一度確認',
};

export const register: Messages['register'] = {
  title: 'ユーザー名の選択',
  lead: '次に、スマホがログインの鍵になります。パスワードを考える必要はありません。',
  yourName: () => html`名前<span class="muted">（任意）</span>`,
  yourNameHint: '投稿に表示されます。空欄の場合はユーザー名が表示されます。',
  reserve: 'このユーザー名を予約',
  haveName: () => html`登録済みの方は<a href="/signin">ログイン</a>`,
  nameRule: '英字（a–z）、数字、_ で3〜20文字。',
  twoMore: 'あと2文字以上必要です。',
  oneMore: 'あと1文字以上必要です。',
  tooLong: (characters) => `${count(characters)}文字あります。ユーザー名は20文字までです。`,
  noSpaces: 'スペースは使えません。代わりに _ を使ってください。',
  notIn: (character) => `使えるのは英字（a–z）、数字、_ です。「${character}」は使えません。`,
  youWillBe: (username) => `ユーザー名は${username}になります。`,
  chooseName: 'ユーザー名を入力してください。',

  addPhone: 'スマホの追加',
  wayIn: (username) => html`スマホが、${username}にログインする鍵になります。`,
  scan: 'スマホのカメラで、このコードを読み取ります。',
  letItAsk: 'スマホで、指紋、顔、またはPINを確認します。',
  comeBack: 'この画面に戻ります。',

  isItYours: '自分のスマホですか？',
  yourPhone: '名前のないスマホ',
  added: (username) => html`${username}に追加されました。これからはこのスマホでログインできます。`,
  yes: 'はい、ログインします',
  no: 'いいえ、中止します',
  notYours:
    'ここではログインしていません。そのスマホによる承認は2分以内に自動的に終了します。このユーザー名はそのスマホのものになりました。別のユーザー名でやり直してください。',
};

export const recovery: Messages['recovery'] = {
  title: 'スマホをなくしたとき',
  lead: '復旧コードを使って、別のスマホをログインの鍵にできます。',
  code: '復旧コード',
  codeHint: '控えたか印刷したコードです。大文字と小文字、スペース、ハイフンの違いは問いません。',
  onceScanned: '新しいスマホで読み取ると：',
  phonesGo: 'ほかのスマホは、すべてアカウントから削除されます。',
  browsersGo: 'すべてのブラウザからログアウトします。',
  codeGoes: 'このコードは使用済みになり、新しいコードが表示されます。',
  goOn: '続ける',
  foundIt: () => html`見つかった方は<a href="/signin">ログイン</a>`,
  noCode: '控えておいた復旧コードを入力してください。',
  wrongLength: (characters) =>
    `復旧コードは、4文字ずつ7組の28文字です。このコードは${count(characters)}文字です。`,
  typo: 'どこかの文字が違うようです。控えたコードと1文字ずつ見比べてください。',

  scanTitle: '新しいスマホで読み取り',
  onlyWayIn: (username) =>
    html`新しいスマホが、${username}にログインする唯一の手段になります。それまでは何も変わりません。`,
  scan: '新しいスマホのカメラで、このコードを読み取ります。',
  letItAsk: 'そのスマホで、指紋、顔、またはPINを確認します。',
  comeBack: 'この画面に戻って、新しい復旧コードを控えます。',
  codeToScan: '新しいスマホのカメラで読み取るコード',

  makeTitle: 'スマホをなくしたときのために',
  makeLead:
    '復旧コードとユーザー名があれば、別のスマホをログインの鍵にできます。スマホも復旧コードもないと、誰もアカウントを開けません。私たちにも開けません。',
  make: '復旧コードを作成',
  skip: (next) =>
    html`<a href=${next}>今はスキップ</a>できます。「アカウント」で復旧コードを作成するまでは、唯一のスマホをなくすとアカウントを開けなくなります。`,

  yourCode: '復旧コード',
  keepIt:
    '表示されるのは今回だけです。紙やパスワードマネージャーに控え、スマホだけには保存しないでください。',
  keepItElsewhere: () =>
    html`表示されるのは今回だけです。スマホをなくしたときのために、<strong>このスマホ以外の場所に控えてください</strong>。`,
  printedFor: (username, host) => html`${host}の${username}用`,
  printedHow: (address) =>
    `スマホをなくしたときは${address}を開き、ユーザー名とこのコードを入力して、画面のコードを新しいスマホで読み取ってください。ほかのスマホはすべて削除され、すべてのブラウザからログアウトします。このコードは使用済みになり、新しいコードが表示されます。`,
  copy: 'コピー',
  print: '印刷',
  noted: '控えました',
  copied: 'コピーしました。自分だけが見られる場所に保存してください。',
  notCopied: 'コピーできませんでした。コードを選択してコピーしてください。',
};

export const social: Messages['social'] = {
  continueWith: (provider) => `${provider}で続ける`,
  or: 'または',

  saidYes: '外部サービスで確認されました。',
  failed: 'うまくいきませんでした',
  goBack: '戻る',
  newHere: (provider) =>
    `はじめてのログインです。これからは${provider}を使って、このユーザー名でログインできます。`,
  create: 'アカウントを作成',
  haveName: (provider) =>
    html`登録済みの方は<a href="/signin">ログイン</a>してから${provider}を連携してください。`,
  signedInAs: (username, provider) =>
    html`${username}でログインしています。そのアカウントに${provider}を追加するには<a href="/account">アカウントで連携</a>してください。ここでは別のアカウントを作成します。`,
  linkThis: 'このアカウントを連携しますか？',
  linkMeans: (provider) =>
    `${provider}の次のアカウントを使う人が、Nodのこのアカウントにログインできるようになります。`,
  linkIt: '連携',
  dontLink: '連携しない',
  provider: '外部サービス',
  accountThere: 'サービスでのアカウント',

  linkedAccounts: '連携アカウント',
  whatFor: 'アカウントを連携すると、スマホなしでもログインできます。',
  link: (provider) => `${provider}を連携`,
  linkedOn: (when) => html`連携：${when}`,
  lastUsed: (when) => html`前回の使用：${when}`,
  onlyWayIn: '唯一のログイン手段です。連携を解除する前に、スマホを追加してください。',
  unlink: '連携を解除',
  linked: 'アカウントを連携しました。',
  unlinked: 'アカウントの連携を解除しました。',

  confirm: 'ご本人の確認',
  confirmTo: {
    add_phone: (provider) => needsSignIn(ACTS.add_phone, provider),
    remove_phone: (provider, name) => html`「${name}」${needsSignIn('の削除', provider)}`,
    new_recovery_code: (provider) => needsSignIn(ACTS.new_recovery_code, provider),
    add_link: (provider) => needsSignIn(ACTS.add_link, provider),
    remove_link: (provider) => needsSignIn(ACTS.remove_link, provider),
    not_me: (provider, name) => html`${name}${needsSignIn('のログアウト', provider)}`,
  },
  youComeBack: '終わると、このページに戻ります。',
  notConfirmed: (provider) => `${provider}で確認できませんでした`,
  cameBack: (provider) => `Nodに戻りましたが、${provider}でたった今ログインしたことを確認できませんでした。`,
  neededTo: ofConfirmed(needsThat),
  signOutThere: (provider) =>
    `${provider}からログアウトして、もう一度試してください。それでも確認できない場合、${provider}はこの操作には使えません。`,
};

export const account: Messages['account'] = {
  title: 'アカウント',
  you: '自分',
  signOut: 'ログアウト',
  toActivity: 'アカウントのアクティビティを見る',

  browsers: 'ブラウザ',
  showMore: 'もっと見る',
  moreBrowsers: (browsers) => `さらにブラウザ${count(browsers)}件。`,
  thisBrowser: 'このブラウザ',
  lastActive: (time) => html`前回の操作：${time}`,
  approvedWith: (phone) => html`「${phone}」で承認`,
  letInBy: (provider) => `${provider}でログイン`,
  end: 'ログアウト',
  endWhich: (which) => `ログアウト：${which}`,
  notMe: '自分ではない',
  notMeWhich: (which) => `自分ではない：${which}`,
  endOthers: 'ほかをすべてログアウト',
  noOthers: 'ほかにログイン中のブラウザはありません。',
  signedOut: (browser) => `${signedOut(browser)}。`,
  signedOutMany: (browsers) => `ブラウザ${count(browsers)}件からログアウトしました。`,

  notMeAsk:
    'ブラウザからログアウトし、そこで書かれた投稿を非表示にし、ほかの操作も取り消して、承認待ちのログインをすべて拒否します。あとで元に戻せるのは投稿の表示だけです。',
  alsoPhone: (phone) => html`「${phone}」で承認されています。手元にない場合はスマホも削除してください。`,
  alsoProvider: (provider) =>
    `${provider}でのログインです。${provider}でも、ほかの人が使っていないか確認してください。`,
  endAndTakeBack: 'ログアウトして取り消す',
  nothingHidden: '書かれた投稿はありませんでした。',
  postsHidden: (posts) => `投稿${count(posts)}件を非表示にしました。`,
  codeVoid: () => html`復旧コードは使えなくなりました。<a href="#recovery-title">新しいコードを作成</a>`,
  showAgain: '再表示',

  phones: 'スマホ',
  phonesLead: 'ブラウザからのログインを承認できるのはこれらのスマホだけです。',
  noPhone: 'まだスマホがありません。追加すると、外部サービスなしで、スマホで承認してログインできます。',
  addedAt: (time) => html`追加：${time}`,
  lastUsed: (time) => html`前回の使用：${time}`,
  rings: 'ログイン時に通知',
  ringsNot: '通知なし',
  onlyWayIn: '唯一のログイン手段です。削除する前に、別のスマホを追加してください。',
  rename: '名前を変更',
  phoneName: 'このスマホの名前',
  save: '保存',
  renamed: (phone) => `スマホの名前を「${phone}」に変更しました。`,
  remove: '削除',
  removeAsk: (phone) => html`「${phone}」を削除しますか？このスマホではログインを承認できなくなります。`,
  onlyPhone: (phone) => html`「${phone}」は唯一のスマホです。`,
  onlyWhileOther: '削除するには、ほかのログイン手段が必要です。',
  withoutIt: (provider) => `削除すると、ログイン手段は${provider}だけになります。`,
  endItsSessions: 'このスマホで承認したブラウザからもログアウト（このブラウザを含む場合があります）',
  removePhone: 'このスマホを削除',
  phoneRemoved: (phone) => `「${phone}」を削除しました。`,

  alerts: 'スマホへの通知',
  alertsLead:
    '通知がオンのスマホには、ロック中でも次のことを知らせることができます。表示されるのは相手の名前と投稿の書き出しだけで、メッセージの内容は表示されません。',
  alertsOf: {
    mentions: 'メンションされたとき',
    replies: '返信されたとき',
    messages: 'メッセージが届いたとき',
  },
  noneRings: '通知がオンのスマホはまだありません。スマホのページでオンにできます。',
  addPhone: 'スマホを追加',
  scan: '追加するスマホのカメラで、このコードを読み取ります。',
  letItAsk: 'そのスマホで、指紋、顔、またはPINを確認します。',
  itAppears: 'このリストに表示されます。',
  codeToScan: '追加するスマホのカメラで読み取るコード',
  notNow: 'あとにする場合は',
  putAway: 'コードを閉じる',
  waitingForPhone: '新しいスマホを待っています。',
  noneAdded: '10分以内にスマホが追加されませんでした。スマホを手元に用意して、やり直してください。',
  phoneAdded: (phone) => `「${phone}」を追加しました。これからはこのスマホでログインできます。`,

  recoveryCode: '復旧コード',
  recoveryLead:
    'スマホをなくしたときに、もう一度ログインするためのコードです。新しいコードを作成すると、前のコードは使えなくなります。',
  noCode: 'まだ復旧コードがありません。',
  codeFrom: (day) => html`${day}に復旧コードを作成しました。`,
  makeCode: 'コードを作成',
  makeNewCode: '新しいコードを作成',
  codeAway: 'コードの表示を終了しました。',

  known: 'ログインしたことのあるブラウザ',
  knownLead:
    'ログイン時にスマホに通知できるのはこれらのブラウザだけです。使わないものは記録を削除してください。',
  noneKnown: 'まだありません。次にログインしたブラウザが、ここに表示されます。',
  showAll: (browsers) => `${count(browsers)}件すべてを表示`,
  thisOne: 'このブラウザ',
  knownSince: (time) => html`記録：${time}`,
  knownAt: (place, time) => html`${place} · 記録：${time}`,
  lastSignedIn: (time) => html`前回のログイン：${time}`,
  forget: '記録を削除',
  forgotten: (browser) => `${browser}の記録を削除しました。`,

  settings: '設定',
  theme: 'テーマ',
  themeLead: 'このブラウザでのNodの見た目です。',
};

export const activity: Messages['activity'] = {
  title: 'アクティビティ',
  lead: () =>
    html`過去90日間にアカウントで起きたことです。心当たりがない場合は<a href="/account">アカウント</a>でログアウトしてください。`,
  nothingYet: 'まだ何もありません。',
  nothingYetMore: 'スマホでの承認やブラウザからのログアウトが、ここに90日間表示されます。',
  moreEntries: (entries) => `さらに${count(entries)}件。`,

  aPhone: '名前不明のスマホ',
  aBrowser: '不明なブラウザ',
  aProvider: '外部サービス',
  registered: (browser, phone) => `${browser}でアカウントを作成しました。最初のスマホは${phone}です`,
  registeredBy: (browser, provider) => `${provider}を使って、${browser}でアカウントを作成しました`,
  approved: (phone, browser) => `${phone}で、${browser}のログインを承認しました`,
  allowed: ofActs(
    (act) => (phone: string, browser: string) => `${phone}で、${browser}からの${act}を承認しました`,
  ),
  denied: (phone, browser) => `${phone}で、${browser}のログインを拒否しました`,
  refused: ofActs(
    (act) => (phone: string, browser: string) => `${phone}で、${browser}からの${act}を拒否しました`,
  ),
  signedIn: (browser) => `${browser}でログインしました`,
  ended: {
    here: (browser) => `${browser}でログアウトしました`,
    elsewhere: endedBy('別のブラウザからの操作で'),
    phone: endedBy('スマホからの操作で'),
    not_me: endedBy('自分ではないと報告したため'),
    admin: endedBy('管理者の操作で'),
    provider: endedBy('ログインに使ったサービスからの操作で'),
    phone_removed: endedBy('承認に使ったスマホが削除されたため'),
    recovered: endedBy('アカウントが復旧されたため'),
    idle: endedBy('しばらく操作がなかったため'),
    lifetime: endedBy('選んだ時間が過ぎたため'),
    phone_away: endedBy('スマホが長い間離れていたため'),
    unanswered: endedBy('応答がなかったため'),
    denied: endedBy('スマホで拒否したため'),
    cancelled: endedBy('キャンセルされたため'),
    itself: (browser) => `${browser}から自動的にログアウトしました`,
  },
  endedAllElsewhere: (browsers) =>
    `別のブラウザからの操作で、ブラウザ${count(browsers)}件から一度にログアウトしました`,
  endedAllPhone: (browsers) => `スマホからの操作で、ブラウザ${count(browsers)}件から一度にログアウトしました`,
  endedAll: (browsers) => `ブラウザ${count(browsers)}件から一度にログアウトしました`,
  hidden: (posts) => `投稿${count(posts)}件を非表示にしました`,
  hiddenOf: (posts, browser) => `${browser}からの投稿${count(posts)}件を非表示にしました`,
  shown: postsShown,
  undone: (acts, browser) => `${browser}での操作${count(acts)}件を取り消しました`,
  invited: (browser) => `${browser}で、スマホを追加するためのコードを表示しました`,
  added: (phone) => `${phone}を追加しました`,
  removed: (phone) => `${phone}を削除しました`,
  renewed: '新しい復旧コードを作成しました',
  revoked: '復旧コードは使えなくなりました',
  begun: (browser) => `${browser}で、復旧コードを使ったアカウントの復旧が始まりました`,
  stopped: (phone, browser) =>
    `${phone}で、${browser}からの復旧を中止しました。復旧コードは使えなくなりました`,
  recovered: (phone) => `復旧コードでアカウントを復旧しました。新しいスマホは${phone}です`,
  linked: (provider) => `${provider}でのログインをオンにしました`,
  unlinked: (provider) => `${provider}でのログインをオフにしました`,
  browserKnown: (browser, provider) =>
    `${provider}でログインした${browser}を、ログインしたことのあるブラウザとして記録しました`,
  browserForgotten: (browser) => `${browser}の記録を削除しました`,

  showAgain: '再表示',
  saveReceipt: '承認の控えを保存',
  receiptSaved: '控えを保存しました。',
  howToCheck: '控えの確認方法',
  whatReceiptHas:
    '控えには、ログインや操作の承認でスマホが署名した内容、その署名、スマホの公開鍵が入っています。Nodを使わずに、Node.jsだけで確認できます。',
  checkSave: '上のリストから控えを保存します。',
  checkScript: (script) => html`${script}を保存して、中身を読みます。短い1ページで、どこにも接続しません。`,
  checkRun: (command) => html`両方を保存した場所で、${command}を実行します。`,
  whatCheckSays: '承認された内容、署名がその鍵によるものか、指紋、顔、またはPINが確認されたかがわかります。',
};

export const phone: Messages['phone'] = {
  title: '自分のスマホ',
  looking: 'このスマホの情報を確認しています。',
  offline: 'Nodに接続できません。再試行しています。',
  settings: 'このスマホの設定',
  site: 'このブラウザでNodを表示',
  done: '完了',
  back: '戻る',
  waitingFor: { phone: '指紋の確認待ち', computer: 'パソコンの確認待ち' },

  welcome: 'スマホが鍵になります',
  noPasswords:
    'Nodにパスワードはありません。ログインするときは、このページに相手が表示され、指紋か顔で承認します。このスマホはセットアップされていません。',
  stepName: 'ブラウザで新規登録し、ユーザー名を選びます。',
  stepScan: '表示されたコードを、このスマホで読み取ります。',
  stepConfirm: '指紋で確認して完了です。',
  register: '新規登録',
  scan: 'コードを読み取る',
  useKey: 'セットアップ済みのスマホを使用',
  noKey: '鍵は使われませんでした。Nodの鍵がない場合は新規登録するか、コードを読み取ってください。',
  keyForgotten:
    'この鍵ではもうログインできません。スマホが削除されたか、アカウントが別のスマホで復旧されました。',
  removed: 'このスマホは削除されたため、承認できません。',

  number: '表示された番号を入力',
  numberHint: 'ログインする画面に表示されています。',
  readItYourself: '目の前の画面に表示された番号を入力してください。',
  numberUnsent: 'Nodに接続できません。接続できしだい、番号を送信します。',
  digitsOnly: '番号は数字だけです。',
  tooManyDigits: '番号は6桁までです。',
  digitsMissing: (missing) => `番号は6桁です。あと${count(missing)}桁入力してください。`,

  requests: '承認待ちのブラウザ',
  asks: ofAsks((ask) => (browser: View) => html`${browser}が${ask}を求めています`),
  typeIt: '表示されている番号を入力してください',
  news: (asks) => html`${asks}。表示されている番号を入力してください。`,
  justNow: 'たった今',
  notMe: '自分ではない',
  scanInstead: '代わりにコードを読み取る',

  request: '承認の依頼',
  numberTo: ofAsks((ask) => `番号を入力（${ask}）`),
  numberOfThat: 'そのブラウザに表示されています。目の前にない場合は「自分ではない」を選んでください。',

  asker: '承認を求めているブラウザ',
  browser: 'ブラウザ',
  place: '場所',
  address: 'IPアドレス',
  asked: '時刻',
  itsNumber: '番号',
  newBrowser: '新しいブラウザ',
  knownBrowser: 'ログインしたことのあるブラウザ',
  signedInAsYou: '自分がログイン中',
  adviceOnNew: 'ログインしたことのないブラウザです。目の前にある場合だけ承認してください。',
  adviceOnAct: 'ログイン中のブラウザです。たった今、自分で操作した場合だけ承認してください。',

  approval: 'ログインの承認',
  signInOn: {
    phone: 'スマホからのログインを承認しますか？',
    computer: 'パソコンからのログインを承認しますか？',
    browser: 'ブラウザからのログインを承認しますか？',
  },
  lifetime: 'ログインを保つ時間',
  lifetimes: { '10m': '10分間', '24h': '24時間', '30d': '30日間' },
  presence: 'このページを開いている間だけ',
  presenceMore: 'このスマホでNodを離れると、90秒後にロックします。',
  presenceLabel: 'スマホでこのページを開いている間だけ',
  approve: { phone: '指紋で承認', computer: 'このパソコンで承認' },
  unconfirmed: ofMachines(
    (machine) =>
      `${machine}で確認されなかったため、ログインは行われていません。準備ができたら、もう一度承認してください。`,
  ),
  approved: '承認済み',
  signedIn: (browser, lifetime) => `${browser}は${lifetime}ログインしたままになります。`,
  signedInHere: (browser, lifetime) =>
    `${browser}は${lifetime}、このページを開いている間だけログインしたままになります。`,
  may: ofAsks((ask) => (browser: string) => `${browser}で${ask}ができるようになりました。`),
  backToSignIn: 'ログインに戻る',

  denial: 'ログインの拒否',
  notYou: '自分ではありませんか？',
  askedTo: ofAsks((ask) => (browser: View, ago: View) => html`${ago}、${browser}が${ask}を求めました。`),
  noFingerprint: '指紋がなければ、誰もログインできません。拒否すると、依頼はすぐに終了します。',
  deny: '拒否',
  denySignIn: 'このログインを拒否しますか？',
  denyAct: 'この操作を拒否しますか？',
  denyAndReport: '拒否して報告',
  didNotAsk: '自分の操作ではありません',
  denied: '拒否しました',
  deniedAndReported: '拒否して報告しました',
  nobodyLetIn: 'ログインは行われていません。相手のブラウザには拒否を伝えました。',
  nothingDone: '操作は行われていません。相手のブラウザには拒否を伝えました。',
  reported:
    'ほかの承認待ちもすべて拒否しました。ログインしたことのあるブラウザの場合は記録も削除され、通知は届きません。',
  stillSignedIn: 'まだログイン中です。次の画面でログアウトしてください。',

  over: {
    expired: {
      title: '期限切れ',
      text: '2分を過ぎました。自分の操作なら、ブラウザでやり直してください。',
    },
    cancelled: {
      title: 'キャンセル済み',
      text: 'ブラウザでキャンセルされました。ログインは行われていません。',
    },
    answered: {
      title: '回答済み',
      text: 'すでに回答しています。ログイン中のブラウザは次の画面で確認できます。',
    },
    recovery: {
      title: '進行中の復旧はありません',
      text: '復旧は中止されたか、期限が切れたか、完了しています。アカウントのアクティビティで確認できます。',
    },
  },

  recoveryNews: '誰かがアカウントを復旧しようとしています。',
  recovery: '誰かがアカウントを復旧しようとしています',
  recoveryUntil: (until) =>
    html`上のブラウザで復旧コードが入力されました。このスマホは${until}までに別のスマホに置き換わる可能性があります。自分の操作なら、そのブラウザで続けてください。中止すると、復旧コードも使えなくなります。`,
  stop: '復旧を中止',
  unstopped: 'スマホで確認されなかったため、復旧は続いています。準備ができたら、もう一度中止してください。',
  stopped: '復旧を中止しました',
  stoppedMore:
    'ログインは行われていません。復旧コードはほかの人に知られていたため、使えなくなりました。すぐに、ログイン中のブラウザの「アカウント」で新しいコードを作成してください。',

  scanner: 'コードの読み取り',
  picture: 'カメラの映像',
  point: '別の画面に表示されたコードに、カメラを向けてください。',
  foreign: 'Nodのコードではありません。別の画面に表示されたNodのコードに、カメラを向けてください。',
  camera: {
    refused:
      'このページではカメラがオフになっています。ブラウザの設定で許可してから、もう一度試してください。',
    missing: '今はカメラを使えません。カメラを使っているほかのアプリを閉じて、もう一度試してください。',
  },
  close: '閉じる',

  failed: 'このスマホのブラウザでは実行できませんでした。ほかの確認画面を閉じて、もう一度試してください。',
  disabled: 'このアカウントは停止されています',
  disabledMore: '今は誰もログインできません。このサイトの運営者に確認してください。',
  lookAgain: 'もう一度確認',
};

export const enrol: Messages['enrol'] = {
  title: ofMachines((machine) => `この${machine}のセットアップ`),
  signsIn: ofMachines(
    (machine) => (name: View) => html`この${machine}で、${name}にログインできるようになります。`,
  ),
  adds: ofMachines(
    (machine) => (name: View) => html`この${machine}を${name}に追加します。ほかのスマホはそのまま使えます。`,
  ),
  onlyPhone: (name) => html`このスマホが、${name}の唯一のスマホになります。`,
  othersGo:
    'ほかのスマホはすべて削除され、すべてのブラウザからログアウトします。新しい復旧コードはブラウザに表示されます。',
  replaces: ofMachines(
    (machine) => (before: View, name: View) =>
      html`この${machine}はすでに${before}の鍵です。続けると、代わりに${name}の鍵になります。`,
  ),
  replacesAnother: ofMachines(
    (machine) => (name: View) =>
      html`この${machine}はすでに別のアカウントの鍵です。続けると、代わりに${name}の鍵になります。`,
  ),
  name: ofMachines((machine) => `この${machine}の名前`),
  androidPhone: 'Androidスマホ',
  thisComputer: 'パソコン',
  willAsk: {
    phone: 'スマホで、指紋、顔、またはパスコードを確認します。',
    computer: 'パソコンで、指紋、顔、またはPINを確認します。',
  },
  noKeys: 'このブラウザには鍵を保存できません。リンクをChrome、Safari、Firefoxで開いてください。',
  makeKey: ofMachines((machine) => `この${machine}を鍵にする`),
  makeOnlyPhone: 'このスマホだけを鍵にする',
  waiting: ofMachines((machine) => `${machine}の確認待ち`),
  unconfirmed: ofMachines(
    (machine) =>
      `${machine}で確認されなかったため、鍵は作成されませんでした。準備ができたら、もう一度試してください。`,
  ),
  hasKey: ofMachines(
    (machine) => (name: string) => `この${machine}はすでに@${name}の鍵です。追加は不要です。`,
  ),
  ready: ofMachines((machine) => `この${machine}の準備ができました`),
  next: {
    registration: 'ブラウザに戻って続けてください。これからはログインするときにこのページを開いてください。',
    invite: 'ログインの承認に使えるようになりました。',
    recovery: 'これが唯一のスマホになりました。ブラウザに戻って続け、新しい復旧コードを控えてください。',
  },
  dead: 'このリンクは使えません',
};

export const phoneSettings: Messages['phoneSettings'] = {
  title: ofMachines((machine) => `この${machine}`),
  signsIn: (name) => html`${name}にログインできます。`,
  name: '名前',
  nameHint: 'この名前は承認したブラウザに表示されます。',
  save: '名前を保存',
  saving: '保存中',
  renamed: (name) => `名前を「${name}」に変更しました。`,

  ringingTitle: '通知',
  ringing: {
    on: '使ったことのあるブラウザでログインすると、このスマホに通知が届きます。',
    off: 'このスマホに通知は届きません。ログインするときは、このページを開いてください。',
    blocked: 'ブラウザで通知が停止されています。ブラウザの設定でこのサイトの通知を許可してください。',
    'after installing':
      'Nodをホーム画面に追加すると、このスマホに通知が届きます。「共有」、「ホーム画面に追加」の順にタップして、そこから開いてください。',
    'not here': 'このブラウザでは通知を受け取れません。ログインするときは、このページを開いてください。',
  },
  ring: 'このスマホで通知を受け取る',
  stopRinging: '通知を停止',
  wait: 'お待ちください',
  noPush: 'ブラウザの通知サービスから応答がありません。少ししてから、もう一度試してください。',
  offer: 'ログインするときに通知',
  offerMore: '通知できるのは使ったことのあるブラウザだけです。知らない人は通知できません。',
  rings: 'このスマホに通知が届くようになりました',
  ringsMore: '通知をタップして、ブラウザに表示された番号を入力してください。',
  notNow: '今はしない',

  installTitle: 'Nodをホーム画面に追加',
  install: 'インストール',

  removal: 'このスマホの削除',
  onlyWayIn: '唯一のログイン手段です。削除する前に、ログイン中のブラウザで別のスマホを追加してください。',
  removalMore: '削除すると、このスマホでは承認できなくなります。もう一度使うにはセットアップが必要です。',
  remove: '削除',
  signOutToo: 'このスマホで承認したブラウザからもログアウト',
  removeIt: 'このスマホを削除',
  removing: '削除中',
  removed: 'このスマホを削除しました',
  removedMore: (browsers) =>
    browsers === 0
      ? 'このスマホではもう承認できません。'
      : `このスマホではもう承認できません。ブラウザ${count(browsers)}件からログアウトしました。`,
  deletePasskey: 'パスキーはスマホの設定で削除できます。',

  browsers: 'ログイン中のブラウザ',
  noBrowser: 'ログイン中のブラウザはありません。承認すると、ここに表示され、ログアウトできます。',
  more: 'もっと見る',
  active: (ago) => html`前回の操作：${ago}`,
  letInBy: (provider) => `${provider}でログイン`,
  end: 'ログアウト',
  endOf: (session) => `ログアウト：${session}`,
  endAll: 'すべてログアウト',
  endQuestion: '1秒以内にログアウトします。',
  endIt: 'ブラウザからログアウト',
  endAllQuestion: 'すべてのブラウザから1秒以内にログアウトします。',
  endThemAll: 'すべてのブラウザからログアウト',
  ended: 'ブラウザからログアウトしました。',
  allEnded: 'すべてのブラウザからログアウトしました。',
  notMe: '自分ではない',
  reportQuestion: (browser) =>
    `${browser}からログアウトし、そこで書かれた投稿を非表示にし、ほかの操作も取り消して、承認待ちのログインをすべて拒否します。`,
  report: 'ログアウトして取り消す',
  signedOut: (browser) => `${signedOut(browser)}。`,
  codeIsVoid: '復旧コードは使えなくなりました。すぐにブラウザで新しいコードを作成してください。',

  unlocked: (browsers) => `ブラウザ${count(browsers)}件のロックを解除中（このページを開いている間だけ）`,
  unlockedMore: () => 'このページを閉じるか離れると、90秒後にロックし、10分後にログアウトします。',
  awake: '画面は消えません。',
  keepAwake: 'このブラウザでは、画面が自動的に消えることがあります。消えないように設定してください。',
};

/** A phone by its name. */
const quoted = (device: string | undefined, unnamed = 'スマホ'): string =>
  device === undefined ? unnamed : `「${device}」`;

export const push: Messages['push'] = {
  asks: ofAsks((ask) => (browser: string) => `${browser}が${ask}を求めています`),
  typeTheNumber: (place) =>
    place === undefined
      ? 'Nodを開いて、表示されている番号を入力してください。'
      : `${place}。Nodを開いて、表示されている番号を入力してください。`,

  changes: {
    phone_invited: () => 'スマホを追加するためのコードが表示されました',
    phone_added: ({ device }) => `アカウントに${quoted(device)}が追加されました`,
    phone_removed: ({ device }) => `アカウントから${quoted(device)}が削除されました`,
    recovery_renewed: () => '新しい復旧コードが作成されました',
    recovery_revoked: () => '復旧コードは使えなくなりました',
    recovery_begun: () => '誰かがアカウントを復旧しようとしています',
    recovered: ({ device }) =>
      `アカウントが復旧され、${quoted(device, '別のスマホ')}でログインできるようになりました`,
    recovery_stopped: ({ device }) => `${quoted(device)}でアカウントの復旧が中止されました`,
    link_added: ({ provider = '別のサービス' }) =>
      `${provider}から、このアカウントにログインできるようになりました`,
    link_removed: ({ provider = '外部サービス' }) => `${provider}ではログインできなくなりました`,
    browser_added: ({ browser = '不明なブラウザ' }) => `${browser}からスマホに通知できるようになりました`,
    browser_forgotten: ({ browser = '不明なブラウザ' }) =>
      `${browser}の記録が削除され、通知できなくなりました`,
  },
  thisPhoneRemoved: 'このスマホはアカウントから削除されました',

  ofRemovedPhone:
    'このスマホではもう承認できません。心当たりがない場合は別の手段でログインして、スマホの一覧を確認してください。',
  stopIt: (browser = '不明なブラウザ', place) =>
    `${place === undefined ? browser : `${browser}、${place}`}で復旧コードが入力されました。自分の操作でない場合はここをタップして中止してください。`,
  codeIsVoid: '復旧コードは使えなくなりました。ログイン中のブラウザで、新しいコードを作成してください。',
  ifNotYou: '心当たりがない場合はNodを開いて、知らないブラウザからログアウトしてください。',
  alerts: {
    mentions: (name) => `${name}さんがあなたに言及しました`,
    replies: (name) => `${name}さんから返信がありました`,
    messages: (name) => `${name}さんから新しいメッセージ`,
  },
};

export const languages: Messages['languages'] = {
  title: '言語',
  lead: 'このブラウザでの表示に使う言語です。スマホの言語は、そのスマホで選びます。',
};

export const practice: Messages['practice'] = {
  noPhone: 'スマホが手元にない場合は',
  openPhone: '練習用スマホを開く',
  openSecondPhone: '2台目の練習用スマホを開く',
  demo: '架空の2人（このコンピュータ専用）',
  notice: '練習用スマホ：このコンピュータだけのもので、公開サイトにはありません',
  approve: '練習用の指紋で承認',
  name: (number) => (number === 1 ? '練習用スマホ' : `練習用スマホ${count(number)}`),
  account: 'アカウントを選んでください',
  nameless: '名前のないアカウント',
  none: 'どれでもない',
};

export const hides: Messages['hides'] = {
  mute: (name) => `${name}をミュート`,
  unmute: (name) => `${name}のミュートを解除`,
  block: (name) => `${name}をブロック`,
  unblock: (name) => `${name}のブロックを解除`,
  reportPost: 'この投稿を報告',
  reportPerson: (name) => `${name}を報告`,
  whatYouCanDo: (name) => `${name}に対してできること`,
  nowMuted: (name) => `${name}をミュートしました。投稿は本人のページでのみ表示されます。`,
  nowUnmuted: (name) => `${name}のミュートを解除しました。`,
  nowBlocked: (name) => `${name}をブロックしました。`,
  nowUnblocked: (name) => `${name}のブロックを解除しました。フォローは元に戻りません。`,
  undo: '元に戻す',
  undoFailed: '元に戻せませんでした。',
  blockAsk: (name) => `${name}をブロックしますか？`,
  blockMeans:
    '互いの投稿が見えなくなり、フォローも連絡もできなくなります。フォローしている場合は解除されます。相手はあなたのページで、ブロックされたことを知ることができます。',
  blockYes: 'ブロック',
  youMuted: 'この人をミュートしています。',
  youMutedMore: '投稿はここでのみ表示されます。相手には知られません。',
  youBlocked: 'この人をブロックしています。',
  blockedYou: 'この人にブロックされています。',
  blockedMore: '互いの投稿は表示されません。',
  title: 'ミュートとブロック',
  lead: 'ミュートしたことは相手に伝わりません。ブロックした相手は、あなたのページでそれを知ることができます。',
  settingsLead: '表示したくない相手。',
  show: '一覧を見る',
  notLoaded: '一覧を読み込めませんでした。',
  muted: 'ミュート中',
  blocked: 'ブロック中',
  none: 'ミュートした人もブロックした人もいません。',
  noneMore: 'どちらも相手のページから行えます。',
  more: (people) => `さらに${count(people)}人。`,
  unmuteThis: 'ミュートを解除',
  unblockThis: 'ブロックを解除',
  reportPostTitle: 'この投稿の何が問題ですか？',
  reportPersonTitle: (name) => `${name}の何が問題ですか？`,
  reportLead: 'このNodの管理者が読みます。報告したのがあなたであることは、ほかの誰にも知らされません。',
  reasons: {
    spam: 'スパムや詐欺',
    abuse: '誰かへの侮辱、脅し、つきまとい',
    illegal: '法律に反している',
    other: 'その他',
  },
  chooseReason: '問題を選んでください。',
  words: '管理者に伝えたいこと（空欄でもかまいません）',
  send: '報告する',
  reportedTitle: 'ありがとうございます。',
  reported:
    '報告はこのNodの管理者に届きました。管理者が確認して対応を決めます。ここでの返信はありません。それまでの間、相手をミュートまたはブロックできます。',
  close: '閉じる',
};

export const text: Messages['text'] = {
  language: '投稿の言語',
};

export const threads: Messages['threads'] = {
  replyingTo: (name) => html`${name} への返信`,
  replies: '返信',
  noReplies: '返信はまだありません。',
  yourReply: '返信の本文',
  replyPlaceholder: (name) => `@${name} に返信`,
  reply: '返信',
  replied: '返信しました。',
  signInToReply: () => 'ログインして返信',
  moreAbove: 'これより前を表示',
  moreReplies: '返信をさらに表示',
  moreCame: (replies) => plural(replies, { other: `さらに${count(replies)}件の返信。` }),
  gone: {
    deleted: 'この投稿は削除されました。',
    hidden: 'この投稿は現在非表示です。',
    unseen: 'あなたと投稿者は、お互いの投稿を見られません。',
  },
  goneTitle: '削除された投稿 · Nod',
  above: '返信先',
  whoMayReply: '返信できる人',
  who: {
    everybody: '誰でも返信できる',
    following: 'フォロー中の人だけ',
    mentioned: 'メンションした人だけ',
    nobody: '誰も返信できない',
  },
  whoSaid: {
    following: '返信できるのは、投稿者がフォローしている人だけです。',
    mentioned: '返信できるのは、最初の投稿でメンションされた人だけです。',
    nobody: 'ここには返信できません。',
  },
  removeReply: (name) =>
    html`取り除く<span class="visually-hidden">：${name} の返信をこのスレッドから</span>`,
  removed: '返信をこのスレッドから取り除きました。',
  edit: () => html`編集<span class="visually-hidden">：この投稿</span>`,
  editLabel: '投稿の本文',
  saveEdit: '保存',
  cancelEdit: 'キャンセル',
  saved: '保存しました。',
  editedMeanwhile:
    'この投稿は別のウィンドウで変更されました。本文をコピーしてから、ページを読み込み直してください。',
  edited: '編集済み',
  history: 'この投稿の以前の内容',
  closeHistory: '閉じる',
  now: '現在',
  historyNotLoaded: '以前の内容を読み込めませんでした。',
  deleted: '削除しました。',
  undo: '元に戻す',
  deletedAnnounced: '投稿を削除しました。10秒以内なら元に戻せます。',
  undone: '投稿を元に戻しました。',
  notDeleted: (why) => `投稿を削除できませんでした。${why}`,
};

export const people: Messages['people'] = {
  follow: 'フォローする',
  following: 'フォロー中',
  followName: (name) => `フォローする：${name}`,
  followingName: (name) => `フォロー中：${name}。フォローを外す`,
  nowFollowing: (name) => `${name}さんをフォローしました。`,
  nowNotFollowing: (name) => `${name}さんのフォローを外しました。`,
  followsYou: 'フォローされています',
  followersOf: (name) => html`${name}さんのフォロワー`,
  followedBy: (name) => html`${name}さんがフォロー中`,
  titleOfFollowers: (name) => `${name}さんのフォロワー`,
  titleOfFollowing: (name) => `${name}さんがフォロー中`,
  nobodyFollows: 'フォロワーはまだいません。',
  followsNobody: 'まだ誰もフォローしていません。',
  notLoaded: '一覧を読み込めませんでした',
  morePeople: (number) => `さらに${count(number)}人。`,
  lists: '投稿',
  home: 'ホーム',
  everybody: 'みんな',
  followSomebody: '誰かをフォローすると、その人の投稿がここに並びます。',
  suggested: 'ここで投稿している人',
  nothingAtHome: 'まだ何もありません',
  nothingAtHomeMore: 'フォロー中の人の投稿はまだありません。みんなの投稿を見てみましょう。',
};
export const navigation: Messages['navigation'] = {
  search: '検索',
  notices: '通知',
  messages: 'メッセージ',
  profile: 'プロフィール',
  saved: '保存済み',
  settings: '設定',
  unread: (items) => `（新着${count(items)}件）`,
  newPost: '新しい投稿',
  close: '閉じる',

  newPosts: (posts) => `新しい投稿${count(posts)}件`,
  manyNewPosts: (least) => `新しい投稿${count(least)}件以上`,
  newPostsAbove: (posts) => `上に新しい投稿が${count(posts)}件あります。`,
  toNewest: '最新へ移動',

  keys: 'キーボード',
  keysLead: '入力中でなければ、1文字のキーで操作できます。',
  nextPost: '次の投稿',
  postBefore: '前の投稿',
  like: 'いいね',
  reply: '返信',
  theseKeys: 'この一覧',
  keysOn: '文字キーを使う',
  keysOnMore:
    '音声でパソコンを操作する場合や、誤ってキーに触れる場合はオフにしてください。この一覧は設定にもあります。',
  keysOfPages: '投稿から投稿へ移動する文字キー',
  showKeys: '表示',
};

export const profile: Messages['profile'] = {
  edit: 'プロフィールを編集',
  editTitle: 'プロフィールの編集',
  name: '名前',
  about: '自己紹介',
  aboutTooLong: (over) => `保存するには${count(over)}文字減らしてください。`,
  links: 'ほかの居場所',
  link: (number) => `リンク${count(number)}`,
  linkWrong: 'ページのアドレスではありません。example.com/you のように入力してください。',
  saved: '保存しました。',
  posts: (_, number) => html`投稿${number}件`,
  followers: (_, number) => html`フォロワー${number}人`,
  following: (_, number) => html`${number}人をフォロー中`,
  pinned: '固定',
  pin: 'プロフィールに固定',
  unpin: 'プロフィールの固定を解除',
  isPinned: 'プロフィールに固定しました。',
  isUnpinned: '固定を解除しました。',
  choosePicture: '画像を選ぶ',
  removePicture: '画像を外す',
  showLastSeen: '最後にここに来た日を表示する',
  showLastSeenMore:
    '日付だけを、ログインしている人にだけ表示します。ブロックした相手や、あなたをブロックした人には見えません。',
  lastSeen: (day) => html`最終利用日：${day}`,
  replies: '返信',
  likes: 'いいね',
  noReplies: 'まだ返信がありません。',
  noRepliesMore: 'ほかの投稿への返信がここに表示されます。',
  noLikes: 'まだいいねがありません。',
  noLikesMore: 'いいねした投稿がここに表示されます。ほかの人には見えません。',
  likesPrivate: 'いいねは非公開です。',
  likesPrivateMore: 'ほかの人が何にいいねしたかは、誰にも見えません。',
};

export const marks: Messages['marks'] = {
  reply: (name) => `${name}の投稿に返信`,
  repost: (name) => `${name}の投稿をリポスト`,
  like: (name) => `${name}の投稿にいいね`,
  save: (name) => `${name}の投稿を保存`,
  share: (name) => `${name}の投稿を共有`,
  more: (name) => `${name}の投稿のメニュー`,
  counted: (button, number) => `${button}：${number}`,
  repostedBy: (name) => html`${name}がリポスト`,
  repostedByYou: '自分がリポスト',
  copyText: '本文をコピー',
  copyAddress: 'リンクをコピー',
  textCopied: '本文をコピーしました。',
  addressCopied: 'リンクをコピーしました。',
  notCopied: 'ブラウザーの設定により、コピーできませんでした。',
  saved: '保存した投稿',
  savedLead: '保存した投稿は自分だけが見られます。',
  savedNotLoaded: '保存した投稿を読み込めませんでした。',
  nothingSaved: '保存した投稿はまだありません。',
  nothingSavedMore: '投稿の下にあるボタンで保存すると、ここに表示されます。',
};

export const chats: Messages['chats'] = {
  title: 'メッセージ',
  list: 'やり取り',
  listFailed: 'やり取りの一覧を読み込めませんでした。',
  moreCame: (chats) => `やり取りをさらに${count(chats)}件表示しました。`,
  none: 'メッセージはまだありません',
  noneMore: () =>
    html`メッセージを送るには、相手のページを開いて封筒のマークを押してください。<a href="/">ホームで人を探す</a>`,
  choose: 'やり取りを選んでください。',
  you: (text) => html`自分：${text}`,
  deleted: 'このメッセージは削除されました。',
  unread: (messages) => `未読メッセージ${count(messages)}件`,
  back: 'すべてのメッセージ',
  with: (name) => `${name}さんとのメッセージ`,
  failed: 'このやり取りを読み込めませんでした。',
  earlier: '前のメッセージを表示',
  earlierCame: (messages) => `前のメッセージ${count(messages)}件。`,
  whoReads: (name) => html`${name}さんと自分が読めます。このNodの運営者も読むことができます。`,
  nothingYet: (name) => html`${name}さんとのメッセージはまだありません。`,
  newOnes: '新着',
  from: (name) => html`${name}：`,
  fromYou: '自分：',
  yourMessage: '自分のメッセージ',
  write: 'メッセージを書く',
  enterSends: 'Enterで送信、Shift+Enterで改行します。',
  send: '送信',
  writeFirst: '送る内容を書いてください。',
  tooLong: (most, over) => `メッセージは${count(most)}文字までです。${count(over)}文字減らしてください。`,
  sending: '送信中',
  notSent: '送信できませんでした。',
  sendAgain: 'もう一度送る',
  discard: '破棄',
  delete: () => html`<span class="visually-hidden">このメッセージを</span>削除`,
  deleteAsk: 'このメッセージを双方から削除しますか？',
  deleteYes: '削除',
  deleteNo: 'そのままにする',
  wasDeleted: 'メッセージを削除しました。',
  blocked: 'この人とはメッセージをやり取りできません。',
  yourself: 'これはあなたです',
  yourselfMore: 'ほかの人に書くには、その人のページを開いて封筒のマークを押してください。',
};

/** Pictures in posts: adding them, and looking at them. */
export const media = {
  add: '画像を追加',
  /** Below the composer. Pictures are counted from one. */
  describe: (n: number) => `画像${count(n)}の説明`,
  describeHelp: '見えない人のために、写っているもの',
  remove: (n: number) => `画像${count(n)}を削除`,
  sending: '送信中',
  failed: 'この画像は届きませんでした。',
  again: 'もう一度',
  tooMany: '画像は一つの投稿に4枚までです。',
  tooHeavy: 'この画像は大きすぎて、ブラウザーで縮小できません。',
  wait: '画像が届くまでお待ちください。',

  /** On a picture that somebody has described. */
  alt: 'ALT',
  open: (n: number) => `画像${count(n)}を開く`,
  of: (n: number, all: number) => `画像 ${count(n)}/${count(all)}`,
  undescribed: 'この画像には説明がありません。',
  previous: '前の画像',
  next: '次の画像',
  close: '閉じる',
};

export const search: Messages['search'] = {
  title: '検索',
  label: '検索する言葉',
  placeholder: '投稿、人、タグ',
  search: '検索',
  kinds: '検索結果',
  posts: '投稿',
  people: '人',
  notLoaded: '検索できませんでした。',
  nothing: '見つかりませんでした。',
  nothingMore: 'すべての言葉が1つの投稿に含まれている必要があります。言葉を減らすか、変えてみてください。',
  nobody: '見つかりませんでした。',
  nobodyMore: '人は名前の先頭の文字で探せます。',
  nothingSoFar: 'まだ見つかっていません。',
  lookedBackTo: (day) => html`${day}までさかのぼりました。`,
  lookFurther: 'さらにさかのぼる',
  noneOfTag: 'このタグはまだ使われていません。',
  noneOfTagMore: '投稿に書くと、ここに並びます。',
  help: {
    title: 'こんな探し方もできます',
    phrase: 'この語順のとおりの言葉',
    tag: 'タグ',
    fromMe: '自分の投稿（ほかの人は名前で）',
    image: '画像付きの投稿',
    before: 'この日より前の投稿',
    since: 'この年、月、日からの投稿',
  },
};

export const notices: Messages['notices'] = {
  title: '通知',
  failed: '通知を読み込めませんでした。',
  moreCame: (notices) => `通知をさらに${count(notices)}件表示しました。`,
  none: '通知はまだありません',
  noneMore:
    'フォロー、あなたへの言及や返信、投稿へのいいねやリポスト、アカウントの変更がここに表示されます。',
  isNew: '新着：',
  followed: (name) => html`${name}さんにフォローされました`,
  mentioned: (name) => html`${name}さんがあなたに言及しました`,
  replied: (name) => html`${name}さんから返信がありました`,
  liked: (who, people) =>
    people === 1
      ? html`${who}さんがあなたの投稿にいいねしました`
      : html`${who}があなたの投稿にいいねしました`,
  reposted: (who, people) =>
    people === 1
      ? html`${who}さんがあなたの投稿をリポストしました`
      : html`${who}があなたの投稿をリポストしました`,
  others: (people) => `ほか${count(people)}人`,
  toActivity: 'すべてのアクティビティ',
};
