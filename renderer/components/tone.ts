/** What a colour means. Every tone has a text colour and a tint that are readable on one another. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'accent'

export const tintClasses: Readonly<Record<Tone, string>> = {
  neutral: 'bg-neutral-tint text-muted',
  info: 'bg-info-tint text-info',
  success: 'bg-success-tint text-success',
  warning: 'bg-warning-tint text-warning',
  danger: 'bg-danger-tint text-danger',
  accent: 'bg-accent-tint text-accent-text',
}

export const textClasses: Readonly<Record<Tone, string>> = {
  neutral: 'text-muted',
  info: 'text-info',
  success: 'text-success',
  warning: 'text-warning',
  danger: 'text-danger',
  accent: 'text-accent-text',
}
