/** `error.<code>.message` says what is wrong, `error.<code>.action` what to do. */
export const errors = {
  'error.internal.message': 'Something went wrong inside the app. This is a fault of ours.',
  'error.internal.action':
    'Try again. If it happens again, report it with the steps that led here.',
} as const;
