/** Where the suite answers. */
export function address(): string {
  return process.env['MOA_URL'] || process.env['MOA_PUBLIC_URL'] || 'http://localhost:8080';
}
