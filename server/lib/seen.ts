/** Something that is seen: not alone spaces, fillers (U+2800 is a blank too), or marks that stand on nothing. */
export const seen = /[^\p{Z}\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u
