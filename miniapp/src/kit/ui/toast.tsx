/** A short word that goes by itself. One at a time, for the whole app. */
import { View } from '@tarojs/components';
import { create } from 'zustand';
import { aria } from '../platform/aria';

const SHOWN_MS = 2_400;

const useToast = create<{ words: string | null }>(() => ({ words: null }));
let timer: ReturnType<typeof setTimeout> | undefined;

export function toast(words: string): void {
  clearTimeout(timer);
  useToast.setState({ words });
  timer = setTimeout(() => useToast.setState({ words: null }), SHOWN_MS);
}

export function ToastPlace() {
  const words = useToast((state) => state.words);
  if (!words) return null;
  return (
    <View className="td-toast" {...aria({ role: 'alert' })}>
      <View className="td-toast__words">{words}</View>
    </View>
  );
}
