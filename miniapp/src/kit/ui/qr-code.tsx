/** The code on its white panel, four quiet modules around it, 264 wide: never tinted, never inverted. */
import { useMemo } from 'react';
import { Image } from '@tarojs/components';
import { qrPng } from '../qr';
import { aria } from '../platform/aria';

export function QrCode({ text }: { text: string }) {
  const src = useMemo(() => qrPng(text), [text]);
  return <Image className="td-code__qr" src={src} mode="scaleToFill" {...aria({ label: '给店员扫的码' })} />;
}
