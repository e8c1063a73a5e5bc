export const characterizationTests = { info: {name:'x',title:'',sentence:'',example:''}, match: () => null, plan: async () => { throw new Error() }, generate: async () => { throw new Error() } }
