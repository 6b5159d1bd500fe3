// Applies what this browser remembers before the first paint: the theme (web/lib/theme.ts is the switch), and who was
// here, in a document that comes with content (web/lib/layout.ts takes that away).
const { dataset } = document.documentElement;
dataset.visitor = '';
try {
  const theme = localStorage.getItem('nod.theme');
  if (theme === 'light' || theme === 'dark') dataset.theme = theme;
  const person = localStorage.getItem('nod.person');
  const writes = person && localStorage.getItem(`nod.draft.${JSON.parse(person).username}`);
  const visitor = [person && 'person', writes && 'writer', localStorage.getItem('nod.phone') && 'phone'];
  dataset.visitor = visitor.filter(Boolean).join(' ');
} catch {
  // Storage is blocked: the system's theme will do.
}
