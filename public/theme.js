// Runs before the first paint, so that a chosen theme does not flash. A file of its own, for the policy refuses inline code.
try {
  const theme = localStorage.getItem('switchback.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is denied: the theme of the system stands.
}
