import { addWords, type WordsOnTrial } from '../../words/index.ts';

const ar: WordsOnTrial<'share'> = {
  goodFor: 'إرسالها بحيث يمكن',
  text: 'القراءة',
  motion: 'المشاهدة',
  textHint: 'حروف واضحة وصور قليلة في الثانية: للأوراق والشرائح والبرمجة.',
  motionHint: 'صور كثيرة في الثانية ووضوح أقل قليلًا: للأفلام ولكل ما يتحرك.',
};

addWords('share', ar, 'ar');
