/** Where dialogs stand, for what is chosen in a menu and has no layout at hand. */
export const dialogs = (): { dialogs: HTMLElement } => {
  const element = document.getElementById('dialogs');
  if (element === null) throw new Error('the frame has no #dialogs');
  return { dialogs: element };
};
