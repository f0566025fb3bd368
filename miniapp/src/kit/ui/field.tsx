/** A line of input: at rest, in use, wrong with the reason below. */
import { useState } from 'react';
import { Input, View } from '@tarojs/components';
import { Icon } from './icon';
import { aria } from '../platform/aria';

interface Props {
  value: string;
  onChange: (value: string) => void;
  placeholder: string;
  type?: 'text' | 'number' | 'idcard' | 'digit';
  maxlength?: number;
  password?: boolean;
  fault?: string | null;
  onDone?: () => void;
}

export function Field(props: Props) {
  const { value, onChange, placeholder, type = 'text', maxlength = 80, password, fault, onDone } = props;
  const [focus, setFocus] = useState(false);
  return (
    <View>
      <View className={`td-field${focus ? ' td-field--focus' : ''}${fault ? ' td-field--bad' : ''}`}>
        <Input
          className="td-field__input"
          value={value}
          type={type}
          password={!!password}
          maxlength={maxlength}
          placeholder={placeholder}
          placeholderClass="td-field__hold"
          {...aria({ label: placeholder })}
          onInput={(event) => onChange(event.detail.value)}
          onFocus={() => setFocus(true)}
          onBlur={() => setFocus(false)}
          onConfirm={() => onDone?.()}
        />
      </View>
      {fault ? (
        <View className="td-field__fault">
          <Icon name="question" size="xs" />
          <View>{fault}</View>
        </View>
      ) : null}
    </View>
  );
}
