import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'helpDesks'> = {
  title: 'Puntos de ayuda',
  back: 'Volver al pasillo',
  under:
    'Un punto de ayuda o un ámbito, como las carreras de investigación, es una puerta que atienden por turnos varios mentores. Está abierta mientras al menos uno esté de turno.',
  notStaff: 'Esta página es para el equipo de su programa.',
  none: 'Todavía no hay ninguno.',
  make: 'Crear un punto de ayuda',
  name: 'Nombre',
  about: 'Para qué sirve',
  entry: 'La gente',
  entries: { open: 'entra', ajar: 'llama antes' },
  hosts: 'Quién lo atiende',
  noHosts: 'Elija al menos a una persona que lo atienda.',
  save: 'Guardar',
  keep: 'Dejarlo como está',
  change: 'Cambiar {{title}}',
  end: 'Cerrar {{title}} para siempre',
  ending: 'Deja el pasillo para siempre. A quien espera se le dice con amabilidad; las visitas en curso continúan.',
  reallyEnd: 'Sí, cerrarlo para siempre',
  keepIt: 'Conservarlo',
  hours: 'Horario de {{title}}',
  heldBy: 'A cargo de {{names}}',
};

addWords('helpDesks', es, 'es');
