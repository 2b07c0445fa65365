import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'doorkeeping'> = {
  kept_zero: 'Su puerta se cerró al perderse la conexión. Nadie espera.',
  kept_one:
    'Su puerta se cerró al perderse la conexión. Una persona espera y se le guarda el lugar hasta las {{time}}. Abra, y la fila sigue como estaba.',
  kept_other:
    'Su puerta se cerró al perderse la conexión. {{count}} personas esperan y se les guarda el lugar hasta las {{time}}. Abra, y la fila sigue como estaba.',
  pause: 'Necesito cinco minutos',
  paused: 'Todos ven que vuelve hacia las {{time}}. Hasta entonces no se llama a nadie.',
  back: 'Ya estoy aquí',
  closing: 'Su puerta se cierra al terminar esta visita. Quienes esperan lo saben.',
  keepOpen: 'Dejarla abierta',
  line: 'Su fila',
  nobody: 'Nadie espera.',
  waiting_one: 'Una persona espera.',
  waiting_other: '{{count}} personas esperan.',
  since: 'desde las {{time}}',
  inTurn: 'Su turno llega al terminar esta visita.',
  letIn: 'Dejar entrar a {{name}}',
  notNow: 'Ahora no',
  notNowTo: 'Ahora no: {{name}}',
  movingOn: 'Pasar a lo siguiente',
  movingOnHint: 'Termina esta visita con unas palabras amables; después llega el turno de la siguiente persona.',
  closeAfter: 'Cerrar después de esta',
  elsewhere: 'Su puerta está en otro dispositivo u otra ventana. Las visitas llegan allí.',
  carry: 'Traer mi puerta aquí',
};

addWords('doorkeeping', es, 'es');
