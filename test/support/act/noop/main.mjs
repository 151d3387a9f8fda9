const given = Object.keys(process.env).filter((name) => name.startsWith('INPUT_'));
console.log(`nothing done; inputs: ${given.join(', ') || 'none'}`);
