/** The menu on somebody's page, which is fetched when it is opened. */
import type { ProfileResponse } from '../../shared/responses.ts';
import { openMenu } from '../lib/menu.ts';
import type { Shows } from './acting.ts';
import { personHideItems } from './menu-items.ts';

export const openPersonMenu = (
  button: HTMLElement,
  username: string,
  hides: NonNullable<ProfileResponse['hides']>,
  show: Shows,
): void => openMenu(button, personHideItems(username, hides, show));
