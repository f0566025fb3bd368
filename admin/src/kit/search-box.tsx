/** A search field that asks half a breath after the last key, not at every key. */
import { Input } from 'antd';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Icon } from './icons';

export function SearchBox(props: {
  value: string;
  hint: string;
  onSearch: (value: string) => void;
  width?: number;
}): ReactElement {
  const [text, setText] = useState(props.value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const [asked, setAsked] = useState(props.value);
  // Cleared or changed from outside (「看全部」, going back): follow it; our own question stays as typed.
  if (props.value !== asked) {
    setAsked(props.value);
    setText(props.value);
  }
  const ask = (value: string, afterMs: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setAsked(value.trim());
      props.onSearch(value.trim());
    }, afterMs);
  };
  return (
    <Input
      allowClear
      aria-label={props.hint}
      placeholder={props.hint}
      prefix={<Icon name="search" size={16} />}
      style={{ width: props.width ?? 280 }}
      maxLength={40}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        ask(event.target.value, 350);
      }}
      onPressEnter={() => ask(text, 0)}
    />
  );
}
