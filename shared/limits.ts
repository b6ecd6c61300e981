/** Limits on what comes from outside, each with its reason. Pages name them before a file is read. */

/** Bytes of one certificate file. The largest real store exports stay well below 1 MiB. */
export const certificateFileBytesMax = 4 * 1024 * 1024;

/** Certificates in one file: Debian's whole root store holds about 150. */
export const certificatesPerFileMax = 1000;

/**
 * PKCS#12 key-derivation rounds. OpenSSL's default is 2,048, Windows' 2,000; 5,000,000 takes about
 * as long as a person waits.
 */
export const pkcs12IterationsMax = 5_000_000;

/**
 * Subject alternative names shown of one certificate. Public CAs stop at 100 to 2,000; a file made of
 * nothing but names could hold half a million.
 */
export const subjectAlternativeNamesMax = 2000;

/**
 * Checks of one subject that the history keeps: one a day for a quarter of a year and more. The oldest
 * go first.
 */
export const checksPerSubjectMax = 100;
