/** Names and roles for assistive technology, in the attributes that the target reads. */
interface Named {
  role?: 'button' | 'img' | 'checkbox' | 'switch' | 'dialog' | 'alert' | 'radiogroup' | 'radio' | 'tab';
  label?: string | null;
  checked?: boolean;
}

export function aria({ role, label, checked }: Named): Record<string, string> {
  const out: Record<string, string> = {};
  const browser = process.env.TARO_ENV === 'h5';
  if (role) out[browser ? 'role' : 'ariaRole'] = role;
  if (label) out.ariaLabel = label;
  if (checked !== undefined) out.ariaChecked = String(checked);
  if (browser && (role === 'button' || role === 'checkbox' || role === 'radio' || role === 'tab'))
    out.tabindex = '0';
  return out;
}
