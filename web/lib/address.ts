/** Takes a parameter off the page's address: a reload or a copied link must not repeat what it stood for. */
export function dropFromAddress(name: string): void {
  const address = new URL(location.href);
  if (!address.searchParams.has(name)) return;
  address.searchParams.delete(name);
  history.replaceState(null, '', address);
}
