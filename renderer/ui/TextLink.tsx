import { Link as FluentLink } from '@fluentui/react-components';
import { createLink } from '@tanstack/react-router';

/** A link to another page of the app, in text. */
export const TextLink = createLink(FluentLink);
