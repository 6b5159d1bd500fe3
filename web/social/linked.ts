/** The fragment with which a page is opened after a link was made. */
export const LINKED = '#linked';
