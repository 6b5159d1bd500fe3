/** What views say in tests, unless one speaks another language. */
import { speak } from '../../web/lib/messages.ts';
import * as english from '../../web/messages/en.ts';

speak('en', english);
