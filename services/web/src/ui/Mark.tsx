/** The round sign of an instrument: its first letters, on a tint of its own. */
export function Mark({ text }: { text: string }) {
  let hue = 0;
  for (const letter of text) hue = (hue * 31 + letter.charCodeAt(0)) % 360;
  const style = {
    background: `light-dark(hsl(${hue} 45% 93%), hsl(${hue} 25% 22%))`,
    color: `light-dark(hsl(${hue} 55% 30%), hsl(${hue} 55% 80%))`,
  };
  return (
    <span className="mark" style={style} aria-hidden="true">
      {text.slice(0, /^[A-Z0-9]{1,4}$/.test(text) ? 4 : 2)}
    </span>
  );
}
