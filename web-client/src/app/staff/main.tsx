console.log('staff');
