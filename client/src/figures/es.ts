import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'figures'> = {
  title: 'Las puertas en cifras',
  back: 'Pasillo',
  notStaff: 'El equipo del programa ve aquí lo que ofrecieron las puertas y cómo se usaron.',
  under:
    'Una cifra necesita al menos cinco personas detrás, y se oculta también donde revelaría una menor. Cada mes se cuenta una vez, cuando ha terminado.',
  none: 'Las cifras llegan cuando termina el primer mes.',
  nothing: 'Detrás de cada cifra de este mes había menos de cinco personas, así que no se muestra ninguna.',
  month: 'Mes',
  division: 'División',
  everybody: 'Todas las personas',
  unnamed: 'Sin indicar',
  offeredHours: 'Horas ofrecidas',
  usedHours: 'Horas usadas',
  visits: 'Visitas',
  firstVisits: 'Primeras visitas',
  waitMedian: 'Espera en minutos, mediana',
  waitP90: 'Espera en minutos, p90',
  few: 'oculto',
  whose: 'Las horas cuentan para la división del mentor; las visitas y esperas, para la de quien visita.',
  save: 'Guardar como CSV',
};

addWords('figures', es, 'es');
