// Applies the remembered theme before the first paint of a document that its script fills (web/lib/theme.ts is the switch).
try {
  const theme = localStorage.getItem('nod.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme will do.
}
