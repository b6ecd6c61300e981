/** The acronyms of the IANA registries, by number (RFC 7218 §2). */
export const usageAcronyms: readonly string[] = ['PKIX-TA', 'PKIX-EE', 'DANE-TA', 'DANE-EE'];
export const selectorAcronyms: readonly string[] = ['Cert', 'SPKI'];
export const matchingTypeAcronyms: readonly string[] = ['Full', 'SHA2-256', 'SHA2-512'];
