/** Who lives in Ottersand. What they say is in `stories/`. */
import type { Language } from '../../../shared/languages.ts';
import type { Look } from './portraits.ts';

export type Villager = {
  username: string;
  displayName: string;
  /** What they speak, and write in where a post names no language. */
  language: Language;
  about: string;
  links?: readonly string[];
  look: Look;
};

const SKIN = {
  fair: '#f4d3b8',
  rosy: '#f0c4a4',
  sand: '#e2b48c',
  olive: '#cf9f74',
  tan: '#bb8257',
  brown: '#8d5a3a',
  deep: '#5f3d2a',
};

export const VILLAGERS: readonly Villager[] = [
  {
    username: 'marit',
    displayName: 'Marit Holm',
    language: 'en',
    about: 'Captain of the ferry Tern. Six crossings a day, one cat. I wave back. #ferry',
    links: ['https://en.wikipedia.org/wiki/Arctic_tern'],
    look: {
      skin: SKIN.rosy,
      hair: 'braids',
      hairColour: '#c9a45c',
      coat: '#24405e',
      ground: ['#a4d2ea', '#3f8fae'],
      extras: ['cap'],
    },
  },
  {
    username: 'jonas',
    displayName: 'Jonas Feldmann',
    language: 'de',
    about: 'Bäcker. Steht um zwei auf und meint es trotzdem gut. Vater eines Sauerteigs. #bread',
    look: {
      skin: SKIN.fair,
      hair: 'short',
      hairColour: '#8a5a34',
      coat: '#b98a5c',
      ground: ['#f7e4c4', '#e3b877'],
      extras: ['beard', 'apron'],
    },
  },
  {
    username: 'amina',
    displayName: 'أمينة حداد',
    language: 'ar',
    about: 'معلمة الصف الثاني. أجمع أسئلة الأطفال كما يجمع غيري الأصداف.',
    look: {
      skin: SKIN.olive,
      hair: 'headscarf',
      hairColour: '#3f7d7a',
      coat: '#2f5a5a',
      ground: ['#f2dfc0', '#e0a87a'],
    },
  },
  {
    username: 'tomas',
    displayName: 'Tomás Ribeiro',
    language: 'pt-BR',
    about: 'Faroleiro. 142 degraus, uma lâmpada, muito mar. Conversa boa lá em cima. #lighthouse',
    look: {
      skin: SKIN.tan,
      hair: 'curly',
      hairColour: '#2b2320',
      coat: '#8f2f22',
      ground: ['#3c4a78', '#f7a66a'],
      extras: ['beard'],
    },
  },
  {
    username: 'yuki',
    displayName: '田中 雪',
    language: 'ja',
    about: '海洋生物学の学生。磯と鳥とデータ。フィールドノートは防水。',
    look: {
      skin: SKIN.fair,
      hair: 'bob',
      hairColour: '#22201f',
      coat: '#3f7a5a',
      ground: ['#d5ebe6', '#7fb5b0'],
      extras: ['glasses'],
    },
  },
  {
    username: 'lucia',
    displayName: 'Lucía Vega',
    language: 'es',
    about: 'Pescadera de tercera generación. El limón lo regalo, el consejo también. #market',
    look: {
      skin: SKIN.sand,
      hair: 'bun',
      hairColour: '#3a2620',
      coat: '#c8452f',
      ground: ['#f9e0a8', '#e9a94c'],
      extras: ['earrings', 'apron'],
    },
  },
  {
    username: 'odile',
    displayName: 'Odile Marchand',
    language: 'fr',
    about: 'Libraire, rue de l’Ancre. Je lis tout, sauf les modes d’emploi. #books',
    links: ['https://fr.wikipedia.org/wiki/Livre'],
    look: {
      skin: SKIN.fair,
      hair: 'bob',
      hairColour: '#b9bcc2',
      coat: '#6d4a7a',
      ground: ['#e9dcef', '#b79ac6'],
      extras: ['glasses', 'scarf'],
    },
  },
  {
    username: 'greta',
    displayName: 'Greta Lindqvist',
    language: 'en',
    about:
      'Harbour master. Tides, berths, forms. There is a form for everything, and I am fond of most of them. #storm',
    links: ['https://en.wikipedia.org/wiki/Beaufort_scale'],
    look: {
      skin: SKIN.fair,
      hair: 'short',
      hairColour: '#d9d2c4',
      coat: '#e0a03a',
      ground: ['#cfe0ea', '#6d8fb0'],
      extras: ['glasses'],
    },
  },
  {
    username: 'sam',
    displayName: 'Sam Okafor',
    language: 'en',
    about: 'Nurse on nights, dad of Nell (6) always. Chief spokesman for Captain Biscuit, an otter.',
    look: {
      skin: SKIN.deep,
      hair: 'short',
      hairColour: '#1f1a18',
      coat: '#3f8fae',
      ground: ['#ffe3c2', '#f0a872'],
    },
  },
  {
    username: 'nour',
    displayName: 'نور السيد',
    language: 'ar',
    about: 'طالب هندسة، وعازف عود حين ينام الجيران أو يستيقظون. #music',
    look: {
      skin: SKIN.olive,
      hair: 'curly',
      hairColour: '#241c1a',
      coat: '#2f6b57',
      ground: ['#3a3560', '#b4668a'],
      extras: ['moustache'],
    },
  },
  {
    username: 'felix',
    displayName: 'Felix Brandt',
    language: 'de',
    about: 'Studiert Strömungen, fährt Lastenrad, hütet gelegentlich fremde Sauerteige. #lastenrad',
    look: {
      skin: SKIN.rosy,
      hair: 'tuft',
      hairColour: '#c2733a',
      coat: '#4c7f86',
      ground: ['#d9efe0', '#86b98c'],
      extras: ['freckles'],
    },
  },
  {
    username: 'kenji',
    displayName: '森 健二',
    language: 'ja',
    about: '五十年漁師、いまは麺屋。朝は泳ぎ、夜は一句。',
    look: {
      skin: SKIN.sand,
      hair: 'bald',
      hairColour: '#c4c4c4',
      coat: '#274a5e',
      ground: ['#f0e6d2', '#c9a98a'],
      extras: ['moustache', 'apron'],
    },
  },
  {
    username: 'camila',
    displayName: 'Camila Souza',
    language: 'pt-BR',
    about: 'Professora de natação. Todo dia às seis, no mar. Primeiro grita, depois ri. #sixoclock',
    look: {
      skin: SKIN.brown,
      hair: 'long',
      hairColour: '#2b1d18',
      coat: '#e0662f',
      ground: ['#bfe8ee', '#3fa3b5'],
      extras: ['earrings'],
    },
  },
  {
    username: 'mateo',
    displayName: 'Mateo Ruiz',
    language: 'es',
    about: 'Mecánico del muelle norte. Escucho motores y, entre uno y otro, a la gente.',
    look: {
      skin: SKIN.tan,
      hair: 'short',
      hairColour: '#2b211d',
      coat: '#35506e',
      ground: ['#e3e6e8', '#9aa7b0'],
      extras: ['beanie', 'moustache'],
    },
  },
  {
    username: 'claire',
    displayName: 'Claire Dubois',
    language: 'fr',
    about: 'Vétérinaire. Chats, chiens, furets, goélands, et Jonas les jours de marché.',
    look: {
      skin: SKIN.brown,
      hair: 'bun',
      hairColour: '#241a17',
      coat: '#f2efe6',
      ground: ['#dcefe6', '#8fc0a8'],
      extras: ['glasses', 'earrings'],
    },
  },
  {
    username: 'ida',
    displayName: 'Ida Bergmann',
    language: 'de',
    about: 'Früher Steuern, heute Tomaten und zweite Stimme. Die Gartenpforte ist offen. #garden #choir',
    look: {
      skin: SKIN.rosy,
      hair: 'curly',
      hairColour: '#e6e3dd',
      coat: '#b7556f',
      ground: ['#f7dfe4', '#d98fa4'],
      extras: ['glasses', 'scarf'],
    },
  },
  {
    username: 'rory',
    displayName: 'Rory MacLeod',
    language: 'en',
    about:
      'Landlord of the Anchor & Otter. Soup, fiddle, lost umbrellas. Can order a beer in seven languages and get one in four. #languagetables',
    look: {
      skin: SKIN.rosy,
      hair: 'tuft',
      hairColour: '#b3542c',
      coat: '#3f5a3a',
      ground: ['#e9d9b8', '#b98a4c'],
      extras: ['beard', 'freckles'],
    },
  },
  {
    username: 'hana',
    displayName: '佐藤 花',
    language: 'ja',
    about: '陶芸家。海の色の釉薬、少し傾いた器、レモンの温室。 #pottery',
    look: {
      skin: SKIN.fair,
      hair: 'bun',
      hairColour: '#2a2422',
      coat: '#5d7f9a',
      ground: ['#eef2ea', '#a9c2b4'],
      extras: ['apron'],
    },
  },
  {
    username: 'walt',
    displayName: 'Walt Pennington',
    language: 'en',
    about: 'Postman, retired. Birds, not retired. On the breakwater at six, with tea for two. #birds',
    links: ['https://en.wikipedia.org/wiki/Eurasian_oystercatcher'],
    look: {
      skin: SKIN.fair,
      hair: 'bald',
      hairColour: '#d6d2ca',
      coat: '#5f7350',
      ground: ['#e6ead8', '#9fb08a'],
      extras: ['hat', 'moustache'],
    },
  },
  {
    username: 'zoe',
    displayName: 'Zoe Hartley',
    language: 'en',
    about: '17. Editor, reporter and paper boy of THE BUOY. Tell me things. #thebuoyasks',
    look: {
      skin: SKIN.brown,
      hair: 'braids',
      hairColour: '#2b1d18',
      coat: '#d9694f',
      ground: ['#fbe7a8', '#f0b95a'],
      extras: ['earrings'],
    },
  },
];

/** Whom one begins with, and can be: she meets everybody. */
export const FIRST = VILLAGERS[0] as Villager;
