import { type RefObject, useEffect, useRef, useState } from 'react';

/** Whether an element is on the screen now, so that nothing is read for what nobody sees. */
export function useVisible<E extends HTMLElement>(): [RefObject<E | null>, boolean] {
  const place = useRef<E>(null);
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const watch = new IntersectionObserver(([entry]) => setVisible(entry?.isIntersecting ?? false));
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return [place, visible];
}
