/**
 * DNSSEC: what a validation found, why, and what to do. `{zone}` is a zone's name, or
 * `dnssec.rootZone`.
 */
export const dnssec = {
  'dnssec.cli.summary': 'Proves an answer by DNSSEC, from the root down.',
  'dnssec.cli.description':
    'Asks for a name and a type and proves the answer here, from the trust anchor down: secure, insecure, bogus, or not to be found out. What the resolver says of it stands beside it and is not believed.',
  'dnssec.cli.chain': 'From the trust anchor:',
  'dnssec.cli.denial.nxdomain': 'Proven by {proof}: the name does not exist.',
  'dnssec.cli.denial.nodata': 'Proven by {proof}: the name has no such record.',
  'dnssec.cli.denial.wildcard': 'Proven by {proof}: the answer comes from a wildcard.',
  'dnssec.cli.denial.wildcard-nodata': 'Proven by {proof}: the wildcard has no such record.',
  'dnssec.cli.denial.no-ds': 'Proven by {proof}: the delegation is not signed.',
  'dnssec.cli.expires': 'The first of the signatures used ends at {time}.',
  'dnssec.rootZone': 'the root',

  'dnssec.status.secure': 'Secure',
  'dnssec.status.insecure': 'Insecure',
  'dnssec.status.bogus': 'Bogus',
  'dnssec.status.indeterminate': 'Indeterminate',

  'dnssec.meaning.secure':
    'Every link from the trust anchor to the answer is signed, and was checked on this computer.',
  'dnssec.meaning.secure-absence':
    'It is proven that there is no such answer: every link from the trust anchor to the proof is signed, and was checked on this computer.',
  'dnssec.meaning.insecure':
    'Nothing vouches for this answer. It may be right, but anybody on the way could have changed it.',
  'dnssec.meaning.bogus':
    'The chain of trust is broken. Whoever validates, mail servers that use DANE among them, does not accept this answer.',
  'dnssec.meaning.indeterminate': 'It could not be found out whether this answer can be trusted.',

  'dnssec.reason.no-answer': 'No answer came that could be read.',
  'dnssec.reason.servfail':
    'The resolver answered SERVFAIL: it could not get the records that are needed.',
  'dnssec.reason.refused': 'The resolver refused to answer (REFUSED).',
  'dnssec.reason.error-rcode': 'The resolver answered with an error.',
  'dnssec.reason.no-trust-anchor': 'No trust anchor stands above this name.',
  'dnssec.reason.trust-anchor-expired':
    'No key of the trust anchor of {zone} is valid at this time.',
  'dnssec.reason.trust-anchor-unsupported':
    'The trust anchor of {zone} has no algorithm and digest that can be checked here.',
  'dnssec.reason.cancelled': 'The check was cancelled.',
  'dnssec.reason.delegation-unsigned':
    'It is proven that {zone} is not signed: the zone above has no DS record for it.',
  'dnssec.reason.delegation-opt-out':
    'It is proven that {zone} is not signed: the zone above leaves it out of its proofs (opt-out).',
  'dnssec.reason.denial-opt-out':
    'What should prove that the name does not exist has opt-out set in {zone}: an unsigned zone may be there.',
  'dnssec.reason.algorithms-unsupported':
    'All DS records of {zone} name algorithms that can’t be checked here, so it counts as not signed.',
  'dnssec.reason.digests-unsupported':
    'All DS records of {zone} are digests of kinds that can’t be checked here, so it counts as not signed.',
  'dnssec.reason.nsec3-iterations':
    'The proofs of {zone} ask for more than 150 rounds of hashing, which are not computed.',
  'dnssec.reason.signatures-not-signed':
    'Signatures are not signed themselves: an answer of RRSIG records proves nothing.',
  'dnssec.reason.alias-too-long':
    'A DNAME record of {zone} makes the name longer than a name can be.',
  'dnssec.reason.dnskey-missing':
    'The keys of {zone} are vouched for, but its DNSKEY records did not come.',
  'dnssec.reason.dnskey-not-matched': 'No key of {zone} is one that is vouched for from above.',
  'dnssec.reason.ds-malformed': 'The DS records of {zone} can’t be read.',
  'dnssec.reason.ds-denial-missing':
    'There is neither a DS record of {zone} nor a proof that there is none.',
  'dnssec.reason.ds-denial-contradicted':
    'The proof that {zone} has no DS record contradicts itself.',
  'dnssec.reason.signature-missing':
    'Records of {zone} came without a signature, though the zone is signed.',
  'dnssec.reason.signature-invalid':
    'A signature of {zone} does not fit its records: one of them was changed.',
  'dnssec.reason.signature-expired': 'The signatures of {zone} have expired.',
  'dnssec.reason.signature-not-yet-valid': 'The signatures of {zone} are not valid yet.',
  'dnssec.reason.signature-key-missing':
    'Records of {zone} are signed with a key that the zone does not publish, or that is not vouched for.',
  'dnssec.reason.signature-signer': 'Records of {zone} are signed in the name of another zone.',
  'dnssec.reason.signature-labels':
    'A signature of {zone} was made for a name with another number of labels.',
  'dnssec.reason.record-malformed': 'A record of {zone} can’t be read.',
  'dnssec.reason.denial-missing':
    'The records are not there, and {zone}, which is signed, does not prove that they don’t exist.',
  'dnssec.reason.denial-incomplete': 'The proof of {zone} that the records don’t exist has gaps.',
  'dnssec.reason.denial-contradicted':
    'What {zone} proves is not what the answer says: by the proof, the name or the records do exist.',
  'dnssec.reason.wildcard-unproven':
    'The answer was made from a wildcard of {zone}, without the proof that nothing stands closer.',
  'dnssec.reason.dname-wildcard':
    'The answer rests on a DNAME record that was made from a wildcard of {zone}, which has no defined meaning.',
  'dnssec.reason.dname-mismatch':
    'The alias in the answer is not the one that the DNAME record of {zone} makes.',
  'dnssec.reason.alias-loop': 'The aliases lead in a circle.',
  'dnssec.reason.limit-aliases': 'There are more aliases in a row than are followed.',
  'dnssec.reason.limit-queries': 'To check this name, too many questions would have to be asked.',
  'dnssec.reason.limit-verifications':
    'The answer wants more signatures tried than any honest zone needs.',
  'dnssec.reason.limit-nsec3': 'The proofs want more hashing than any honest zone needs.',
  'dnssec.reason.limit-records': 'There are more records or keys than any honest zone needs.',
  'dnssec.reason.algorithm-deprecated':
    '{zone} signs with SHA-1, which no longer withstands attacks and which some resolvers treat as not signed.',

  'dnssec.action.no-answer': 'Check the network connection, then test the resolver.',
  'dnssec.action.servfail':
    'Ask another resolver. If that fails too, the name servers of the zone are out of order.',
  'dnssec.action.refused': 'Choose another resolver: this one does not serve this computer.',
  'dnssec.action.error-rcode': 'Ask another resolver.',
  'dnssec.action.no-trust-anchor':
    'Import a DS or DNSKEY record of this zone, or of one above it, or go back to the built-in keys of the root.',
  'dnssec.action.trust-anchor-expired':
    'Check the date of this computer; then update the app, or import the present root-anchors.xml.',
  'dnssec.action.trust-anchor-unsupported':
    'Import an anchor with an algorithm that is in use, and a SHA-256 or SHA-384 digest.',
  'dnssec.action.cancelled': 'Check again.',
  'dnssec.action.delegation-unsigned':
    'Where it is your zone: sign it, and have its registrar publish the DS record. DANE needs that.',
  'dnssec.action.delegation-opt-out':
    'Where it is your zone: sign it, and have its registrar publish the DS record. DANE needs that.',
  'dnssec.action.denial-opt-out':
    'For one who asks there is nothing to do. The zone’s operator can sign without opt-out.',
  'dnssec.action.algorithms-unsupported':
    'The zone’s operator should sign with ECDSA P-256 (13), Ed25519 (15) or RSA/SHA-256 (8).',
  'dnssec.action.digests-unsupported':
    'The zone’s operator should publish a DS record with a SHA-256 digest (2).',
  'dnssec.action.nsec3-iterations':
    'The zone’s operator should set the NSEC3 iterations to 0 (RFC 9276).',
  'dnssec.action.signatures-not-signed': 'Ask for the type of record that the signatures cover.',
  'dnssec.action.alias-too-long': 'The operator of that zone has to shorten the target.',
  'dnssec.action.dnskey-missing':
    'The zone’s operator has to publish the keys again, or take the DS record back.',
  'dnssec.action.dnskey-not-matched':
    'Mostly a key was changed without its DS record. The zone’s operator has to publish the DS of the present key-signing key, or bring the old key back.',
  'dnssec.action.ds-malformed':
    'The operator of the zone has to have the DS record replaced by its registrar.',
  'dnssec.action.ds-denial-missing':
    'Test the resolver: many take proofs away. If it passes, the name servers of the zone above are out of order.',
  'dnssec.action.ds-denial-contradicted':
    'Test the resolver. If it passes, the name servers of the zone above have to sign again.',
  'dnssec.action.signature-missing':
    'Test the resolver: many take signatures away. If it passes, one of the zone’s name servers has an unsigned copy.',
  'dnssec.action.signature-invalid':
    'The zone’s operator has to sign the zone again. If another resolver finds it secure, the answer was changed on the way.',
  'dnssec.action.signature-expired':
    'The zone’s operator has to sign again, and to find out why that stopped. Check the date of this computer too.',
  'dnssec.action.signature-not-yet-valid':
    'Check the date of this computer. If it is right, the signer’s clock is ahead.',
  'dnssec.action.signature-key-missing':
    'Mostly a key was taken out too early. The zone’s operator has to publish it again, or to sign with the present key.',
  'dnssec.action.signature-signer':
    'The zone’s operator has to sign the zone again under its own name.',
  'dnssec.action.signature-labels':
    'The zone’s operator has to sign again. If another resolver finds it secure, the answer was forged.',
  'dnssec.action.record-malformed': 'The zone’s operator has to correct the record.',
  'dnssec.action.denial-missing':
    'Test the resolver: many take proofs away. If it passes, the zone’s name servers are out of order.',
  'dnssec.action.denial-incomplete':
    'Test the resolver. If it passes, the zone’s operator has to sign the zone again.',
  'dnssec.action.denial-contradicted':
    'Ask another resolver. If it says the same, the zone’s name servers do not hold what was signed.',
  'dnssec.action.wildcard-unproven':
    'Test the resolver: many take proofs away. If it passes, the zone’s name servers are out of order.',
  'dnssec.action.dname-wildcard': 'The zone’s operator has to replace the wildcard DNAME.',
  'dnssec.action.dname-mismatch':
    'Ask another resolver. If it says the same, the zone’s name servers are out of order.',
  'dnssec.action.alias-loop': 'The operators of the zones have to let one alias lead out of it.',
  'dnssec.action.limit-aliases':
    'Resolvers give up here too. The zones’ operators have to shorten the way.',
  'dnssec.action.limit-queries': 'The answer may be made to keep resolvers busy. Don’t rely on it.',
  'dnssec.action.limit-verifications':
    'The answer may be made to keep resolvers busy. The zone’s operator should publish fewer keys and signatures.',
  'dnssec.action.limit-nsec3':
    'The answer may be made to keep resolvers busy. The zone’s operator should set the NSEC3 iterations to 0.',
  'dnssec.action.limit-records':
    'The answer may be made to keep resolvers busy. The zone’s operator should publish fewer records.',
  'dnssec.action.algorithm-deprecated':
    'Where it is your zone: change to ECDSA P-256 (13), with care for the order of steps (RFC 6781).',

  'dnssec.opinion.unknown': 'What the resolver itself makes of it is not known.',
  'dnssec.opinion.agrees': 'The resolver comes to the same.',
  'dnssec.opinion.unchecked':
    'The resolver does not say that it has checked the answer; it may not validate.',
  'dnssec.opinion.unchecked-bogus':
    'The resolver hands this answer out without checking it: what asks it believes a wrong answer.',
  'dnssec.opinion.vouches-for-bogus':
    'The resolver says that it has checked this answer, which is wrong. Don’t rely on what it says.',
  'dnssec.opinion.vouches-for-insecure':
    'The resolver says that it has checked this answer, though nothing vouches for it from the trust anchor used here. It may know a trust anchor of its own, or say what is not so.',
  'dnssec.opinion.vouches-for-unknown':
    'The resolver says that it has checked this answer, which could not be found out here.',
  'dnssec.opinion.refuses-secure':
    'The resolver refuses this answer (SERVFAIL), though every signature holds here. Its clock, its trust anchor or something older in its memory may be wrong.',
  'dnssec.opinion.refuses-insecure':
    'The resolver refuses this answer (SERVFAIL), though nothing is wrong with it here. It may ask more of a zone, or remember something older.',
} as const;
