/** The demo tenant's id: what is stored under it is nobody's, and never stands in for a true tenant. */
export const demoTenantId = 'c0de0000-0000-4000-8000-00000000c0de';
