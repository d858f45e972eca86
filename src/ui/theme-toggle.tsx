import { useId, useState } from 'react';
import { Icon, type IconName } from './icon.tsx';

const storageKey = 'switchback.theme';

const themes = [
  { value: 'light', title: 'Light', icon: 'sun' },
  { value: 'dark', title: 'Dark', icon: 'moon' },
  { value: 'system', title: 'As the system', icon: 'screen' },
] as const satisfies readonly { value: string; title: string; icon: IconName }[];

type Theme = (typeof themes)[number]['value'];

/** Light, dark or as the system has it. `public/theme.js` applies the same choice before the first paint. */
export function ThemeToggle() {
  const name = useId();
  const [theme, setTheme] = useState(savedTheme);

  const choose = (chosen: Theme) => {
    setTheme(chosen);
    document.documentElement.dataset['theme'] = chosen;
    saveTheme(chosen);
  };

  return (
    <fieldset className="flex rounded-full border border-control p-0.5 print:hidden">
      <legend className="sr-only">Theme</legend>
      {themes.map(({ value, title, icon }) => (
        <label
          key={value}
          title={title}
          className="relative grid size-7 place-items-center rounded-full text-muted hover:text-ink has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus pointer-coarse:size-10 forced-colors:has-checked:outline-2"
        >
          <input
            type="radio"
            className="absolute inset-0 size-full cursor-pointer opacity-0"
            name={name}
            value={value}
            checked={theme === value}
            onChange={() => choose(value)}
          />
          <Icon name={icon} />
          <span className="sr-only">{title}</span>
        </label>
      ))}
    </fieldset>
  );
}

function savedTheme(): Theme {
  try {
    const saved = localStorage.getItem(storageKey);
    return themes.find(({ value }) => value === saved)?.value ?? 'system';
  } catch {
    return 'system'; // Storage is switched off: the choice lasts as long as the page.
  }
}

function saveTheme(theme: Theme): void {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    return; // As above.
  }
}
