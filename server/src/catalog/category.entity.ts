import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('categories')
export class Category {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  /** Ids from the root down to this one. */
  @Column('uuid', { array: true }) path!: string[];
  @Column('text') name!: string;
  @Column('text', { nullable: true }) picture!: string | null;
  @Column('integer') sort!: number;
}
